# What Tab offers.

BeforeAll {
    Import-Module (Join-Path $PSScriptRoot 'TestHelpers.psm1')
    Import-Module (Get-ExecModulePath)
    foreach ($name in 'production', 'my sandbox', 'it''s', 'prod-2') { $null = Connect-ExecWorkspace -Sandbox -AssignmentCount 1 -Name $name }

    # What Tab offers at the end of a line.
    function Get-Offer([string] $Line) {
        (TabExpansion2 -inputScript $Line -cursorColumn $Line.Length).CompletionMatches
    }
}

AfterAll {
    Disconnect-ExecWorkspace -All
}

Describe 'Tab' {
    It 'offers the session''s connections, quoted where they need it: <_>' -ForEach @(
        'Get-ExecAssignment -Connection ', 'Get-ExecCollection -Connection ', 'Get-ExecWorkspace -Connection '
        'Disconnect-ExecWorkspace -Connection ', 'Disconnect-ExecWorkspace ', 'Get-ExecConnection -Name ', 'Get-ExecConnection '
    ) {
        (Get-Offer $_).CompletionText | Should -Be 'production', '''my sandbox''', '''it''''s''', 'prod-2'
    }

    It 'offers the connections that begin with what is typed: <Line>' -ForEach @(
        @{ Line = 'Get-ExecAssignment -Connection prod'; Offer = 'production', 'prod-2' }
        @{ Line = 'Get-ExecAssignment -Connection PRODU'; Offer = 'production' }
        @{ Line = 'Get-ExecAssignment -Connection ''my'; Offer = '''my sandbox''' }
        @{ Line = 'Get-ExecAssignment -Connection "my'; Offer = '''my sandbox''' }
    ) {
        (Get-Offer $Line).CompletionText | Should -Be $Offer
    }

    It 'offers what works when it is taken' {
        foreach ($offer in Get-Offer 'Get-ExecWorkspace -Connection ') {
            (Invoke-Expression "Get-ExecWorkspace -Connection $($offer.CompletionText)").Name | Should -Be 'Larkfield Instruments'
        }
    }

    It 'says of a connection which workspace it is and where' {
        (Get-Offer 'Get-ExecAssignment -Connection production').ToolTip | Should -Be 'Larkfield Instruments at https://sandbox.exec.invalid/rest/v1/'
    }

    It 'says it without what would drive the terminal' {
        $server = Start-TestServer -AssignmentCount 1
        try {
            $name = "$([char] 27)]0;owned$([char] 7)Evil$([char] 0x202E)"
            Add-ServerFault $server @{ path = '/workspace'; fault = 'wrong_shape'; body = (ConvertTo-Json @{ id = 'w'; name = $name } -Compress) }
            $null = Connect-TestServer $server -With @{ Name = 'hostile' }
            $tip = (Get-Offer 'Get-ExecAssignment -Connection hostile').ToolTip
            $tip | Should -BeLike '*Evil*'
            Get-ControlCharacter $tip | Should -BeNullOrEmpty
        }
        finally {
            Disconnect-ExecWorkspace hostile
            Stop-TestServer $server
        }
    }

    It 'offers the statuses that can be asked for' {
        (Get-Offer 'Get-ExecAssignment -Status ').CompletionText | Sort-Object | Should -Be 'Completed', 'DidNotPass', 'InProgress', 'NotStarted', 'PastDue'
    }

    It 'offers the status that begins with what is typed' {
        (Get-Offer 'Get-ExecAssignment -Status pa').CompletionText | Should -Be 'PastDue'
    }

    It 'offers the commands' {
        (Get-Offer 'Get-Exec').CompletionText | Should -Contain 'Get-ExecAssignment'
    }
}
