#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Creates a reminder for each user who has assignments that are due soon.
.DESCRIPTION
    Writes one object for each user, with address, subject, and body, for all of the user's unfinished assignments that are due
    within the specified number of days. The script doesn't send the reminders.

    The body is plain text: send it as text, not as HTML. Line breaks and control characters in the names of
    scenarios and users are replaced by spaces.

    If a user has no email address, the script writes a warning with the name of the user instead.
.PARAMETER DueWithinDays
    The number of days to look ahead: 7 includes assignments that are due from now until the same time in a week.
.PARAMETER IncludePastDue
    Also includes overdue assignments.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
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

    Sends the reminders with Microsoft 365 and the module Microsoft.Graph.Users.Actions. For contentType HTML, use
    "<pre>$([Net.WebUtility]::HtmlEncode($_.Body))</pre>", because the name of a scenario can contain <.
.EXAMPLE
    ./Get-ReminderMail.ps1 | ForEach-Object {
        Send-MailMessage -SmtpServer mail.example.com -From training@example.com -To $_.To -Subject $_.Subject -Body $_.Body -Encoding UTF8
    }

    Sends the reminders with your mail server. Send-MailMessage is obsolete, because it doesn't guarantee a secure connection
    to all servers. Use it only with a mail relay in your own network. Otherwise, use Microsoft Graph or a module that uses
    MailKit.
.OUTPUTS
    One object for each user: To, Subject, Body, Assignments.
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

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
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
            Write-Warning "There is no email address for $(ConvertTo-Line $user.Name) ($($_.Name)), who has $($assignments.Count) assignments due."
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
            Body        = @("Hello $(ConvertTo-Line $user.Name),"; ''; 'Please practice:'; ''; $lines; '') -join "`r`n"
            Assignments = $assignments
        }
    }
