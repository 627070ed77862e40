# Shows how to test your own script with the sandbox, without a key or a network. Run it with Invoke-Pester.
# A later version of ExecPS can have other sample data, so test how the script handles its input, not the number of objects.

BeforeAll {
    Import-Module ExecPS
    $connection = Connect-ExecWorkspace -Sandbox -AssignmentCount 400 -Name sandbox
    $all = @(Get-ExecAssignment -Connection $connection)
    $found = @(& "$PSScriptRoot/../Get-BelowRequiredRank.ps1" -Connection $connection)
}

AfterAll {
    Disconnect-ExecWorkspace -Connection $connection
}

Describe 'Get-BelowRequiredRank.ps1' {
    It 'lists assignments' {
        $found | Should -Not -BeNullOrEmpty
    }

    It 'excludes assignments that have the rank' {
        $found | Where-Object { $_.BestRank -ge $_.RankMin } | Should -BeNullOrEmpty
    }

    It 'excludes assignments without attempts left' {
        $found | Where-Object { $null -ne $_.AttemptsLeft -and $_.AttemptsLeft -lt 1 } | Should -BeNullOrEmpty
    }

    It 'includes overdue assignments without an attempt' {
        $waiting = $all | Where-Object { $_.Status -eq 'PastDue' -and $_.AttemptCount -eq 0 -and $_.RankMin }
        $waiting.Id | Where-Object { $_ -notin $found.Id } | Should -BeNullOrEmpty
    }

    It 'lists the earliest due date first, and no due date last' {
        $dates = @($found | Where-Object { $_.DueDate }).DueDate
        $dates | Should -Be ($dates | Sort-Object)
        @($found | Select-Object -First $dates.Count).DueDate | Should -Be $dates
    }
}
