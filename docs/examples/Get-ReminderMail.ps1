#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Writes a reminder for each user who has something due soon.
.DESCRIPTION
    One object a user, with address, subject and body, for all of the user's assignments that are due within so many days
    and aren't finished. Sending is left to you.

    The body is plain text: send it as text, not as HTML. Names of scenarios and programs are as people typed them; line
    breaks and control characters in them become blanks.

    A user without an address gets no reminder; a warning names the user.
.PARAMETER DueWithinDays
    How far ahead to look: 7 takes what is due from now to this time in a week.
.PARAMETER IncludePastDue
    Takes what is overdue too.
.PARAMETER Connection
    The connection, by name or as an object. Without it, the session's default one.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    ./Get-ReminderMail.ps1 -DueWithinDays 3 | Select-Object -First 1 -ExpandProperty Body

    Shows the first reminder.
.EXAMPLE
    Connect-MgGraph -Scopes Mail.Send
    ./Get-ReminderMail.ps1 -DueWithinDays 3 -IncludePastDue | ForEach-Object {
        Send-MgUserMail -UserId training@example.com -BodyParameter @{
            message = @{
                toRecipients = @(@{ emailAddress = @{ address = $_.To } })
                subject      = $_.Subject
                body         = @{ contentType = 'Text'; content = $_.Body }
            }
        }
    }

    Sends by Microsoft 365 with the module Microsoft.Graph.Users.Actions. For contentType HTML write
    "<pre>$([Net.WebUtility]::HtmlEncode($_.Body))</pre>": a scenario's name may have a < in it.
.EXAMPLE
    ./Get-ReminderMail.ps1 | ForEach-Object {
        Send-MailMessage -SmtpServer mail.example.com -From training@example.com -To $_.To -Subject $_.Subject -Body $_.Body -Encoding UTF8
    }

    Sends by a mail server of your own. Send-MailMessage is marked obsolete, because it can't promise a safe connection to
    every server, and PowerShell has no successor to it. It still does for a relay in your own network; otherwise use
    Microsoft Graph or a module over MailKit.
.OUTPUTS
    An object for each user: To, Subject, Body, Assignments.
#>
[CmdletBinding()]
param(
    [ValidateRange(0, 3650)]
    [int] $DueWithinDays = 7,

    [switch] $IncludePastDue,

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error of the command, rather than a question to another workspace.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

function ConvertTo-Line($Text) {
    "$Text" -replace '[\p{Cc}\p{Zl}\p{Zp}]+', ' '
}

$status = @('NotStarted', 'InProgress')
if ($IncludePastDue) { $status += 'PastDue' }
$until = (Get-Date).AddDays($DueWithinDays)

Get-ExecAssignment -Status $status @from |
    Where-Object { $_.DueDate -and $_.DueDate -le $until } |
    Group-Object -Property UserId |
    Sort-Object -Property { $_.Group[0].UserEmail } |
    ForEach-Object {
        $assignments = @($_.Group | Sort-Object -Property DueDate, ScenarioName)
        $user = $assignments[0].User
        if (-not $user.Email) {
            Write-Warning "There is no address for $(ConvertTo-Line $user.Name) ($($_.Name)), who has $($assignments.Count) assignments due."
            return
        }

        $lines = foreach ($assignment in $assignments) {
            $needs = @(
                if ($assignment.RankMin) { "needs $($assignment.RankMin)" }
                if ($assignment.Status -eq 'PastDue') { 'overdue' }
            )
            $due = $assignment.DueDate.ToString('yyyy-MM-dd HH:mm', [cultureinfo]::InvariantCulture)
            "- $due  $(ConvertTo-Line $assignment.ScenarioName)" + $(if ($needs) { " ($($needs -join ', '))" })
        }
        [pscustomobject]@{
            To          = $user.Email
            Subject     = if ($assignments.Count -eq 1) { 'Reminder: 1 practice assignment is due' } else { "Reminder: $($assignments.Count) practice assignments are due" }
            Body        = @("Hello $(ConvertTo-Line $user.Name),"; ''; 'Please practise:'; ''; $lines; '') -join "`r`n"
            Assignments = $assignments
        }
    }
