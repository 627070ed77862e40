# How to test a script of your own against the sandbox: no key, no network. Run it with Invoke-Pester.
# A newer ExecPS may have other people in its sandbox: test what the script does with what it gets, not how many there are.

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
    It 'lists somebody' {
        $found | Should -Not -BeNullOrEmpty
    }

    It 'lists nobody who has reached the rank' {
        $found | Where-Object { $_.BestRank -ge $_.RankMin } | Should -BeNullOrEmpty
    }

    It 'lists nobody who has no attempt left' {
        $found | Where-Object { $null -ne $_.AttemptsLeft -and $_.AttemptsLeft -lt 1 } | Should -BeNullOrEmpty
    }

    It 'forgets nobody who is overdue and has not begun' {
        $waiting = $all | Where-Object { $_.Status -eq 'PastDue' -and $_.AttemptCount -eq 0 -and $_.RankMin }
        $waiting.Id | Where-Object { $_ -notin $found.Id } | Should -BeNullOrEmpty
    }

    It 'puts the most urgent first, and those without a due date last' {
        $dates = @($found | Where-Object { $_.DueDate }).DueDate
        $dates | Should -Be ($dates | Sort-Object)
        @($found | Select-Object -First $dates.Count).DueDate | Should -Be $dates
    }
}
