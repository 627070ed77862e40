#Requires -Version 5.1
#Requires -Modules ExecPS

<#
.SYNOPSIS
    Publishes a folder of Markdown files as Knowledge Hub pages.
.DESCRIPTION
    Creates a page for each Markdown file (*.md) in the folder and its subfolders, and updates the pages whose files have
    changed. A state file contains the page ID and hashes of each file, so the script changes only its own pages, and sends
    only what has changed. Keep the state file with the Markdown files, for example in version control.

    A file can begin with front matter. All keys are optional, and other keys are ignored:

        ---
        title: Handling Price Objections
        status: published
        folders: [ljtubws1iole]
        skills: [9dn2mub6fipd]
        sources: []
        ---

    title is the title of the page. The default is the first heading of level 1, and then the name of the file. status is
    published (the default) or draft. folders, skills, and sources are lists of IDs, separated by commas.

    The state file is replaced atomically before and after each page, so an interruption loses nothing. If a response is
    lost or the script is interrupted during a request, the next run reads the page. If the page has the content of the file,
    the script uses the page. Otherwise, it sends the request again after ten minutes at the earliest, because the server
    might still be processing it.

    A renamed file is a new page. Use -Prune to archive the old one. The script doesn't detect changes made in Exec.
    If a page was archived there, updating it fails. Delete its entry from the state file to create a new page.
.PARAMETER Path
    The folder with the Markdown files.
.PARAMETER StatePath
    The state file. The default is .exec-pages.json in the folder.
.PARAMETER Prune
    Archives the pages whose files no longer exist. Only pages in the state file are archived. The script doesn't prompt for
    confirmation unless you specify -Confirm. To see the plan first, use -WhatIf.
.PARAMETER Connection
    The connection, by name or as an object. The default is the default connection of the session.
.EXAMPLE
    Connect-ExecWorkspace -Sandbox
    $null = New-Item -ItemType Directory -Path pages -Force
    Set-Content -Path pages/prices.md -Value '# Price List 2027', '', 'To be announced.'
    ./Publish-KnowledgeFolder.ps1 -Path pages -WhatIf

    Shows the plan: which pages would be created, updated, and archived.
.EXAMPLE
    ./Publish-KnowledgeFolder.ps1 -Path pages | Where-Object -Property Action -NE -Value Unchanged

    Publishes the files, and shows the pages that changed.
.EXAMPLE
    Remove-Item -Path pages/prices.md
    ./Publish-KnowledgeFolder.ps1 -Path pages -Prune -Confirm

    Archives the pages of deleted files, after confirmation.
.OUTPUTS
    One object for each file, and for each page that is archived: File, Action (Created, Updated, Unchanged, Archived, Failed,
    or Unknown), PageId, Title, Changed (the properties sent), Message. With -WhatIf or if you decline, the action is Planned.
#>
[CmdletBinding(SupportsShouldProcess = $true)]
param(
    [Parameter(Mandatory = $true, Position = 0)]
    [ValidateNotNullOrEmpty()]
    [string] $Path,

    [ValidateNotNullOrEmpty()]
    [string] $StatePath,

    [switch] $Prune,

    [object] $Connection
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

# An empty variable for -Connection is an error, so that the script doesn't use the default connection instead.
$from = @{}
if ($PSBoundParameters.ContainsKey('Connection')) { $from.Connection = $Connection }

$properties = 'Title', 'Content', 'Status', 'FolderId', 'SkillId', 'SourceId'

# For this long after a request was sent, the server might still be processing it.
$secondsInDoubt = 600

function Get-Now { [DateTimeOffset]::UtcNow.ToUnixTimeSeconds() }

function Get-Hash($Value) {
    $sha = [Security.Cryptography.SHA256]::Create()
    try { -join ($sha.ComputeHash([Text.Encoding]::UTF8.GetBytes($Value -join ',')) | ForEach-Object { $_.ToString('x2') }) }
    finally { $sha.Dispose() }
}

# The script's own ShouldProcess, so that "Yes to All" applies to all pages.
$cmdlet = $PSCmdlet
$confirm = { param([string] $What) $cmdlet.ShouldProcess($What, "${What}?", 'Publish-KnowledgeFolder') }

$noValue = Get-Hash ''

function New-HashTable($Stored) {
    $hashes = [ordered]@{}
    foreach ($name in $properties) { $hashes[$name] = if ($Stored) { $Stored.$name } else { $noValue } }
    $hashes
}

# The entries of the state file by file. Id is null until the page exists. Hashes are those of the values that the page has.
# Pending is when a request with an unknown outcome was sent (0 if none), and PendingHashes are those of the values it sent.
function Read-State {
    $entries = @{}
    if (-not [IO.File]::Exists($stateFile)) { return $entries }
    $state = [IO.File]::ReadAllText($stateFile) | ConvertFrom-Json
    if ($state.WorkspaceId -ne $workspace.Id) { throw "$stateFile belongs to another workspace ($($state.WorkspaceId)). Specify another file with -StatePath." }
    foreach ($file in $state.Pages.psobject.Properties) {
        $entries[$file.Name] = [pscustomobject]@{
            Id            = $file.Value.Id
            Hashes        = New-HashTable $file.Value.Hashes
            Pending       = $file.Value.Pending
            PendingHashes = if ($file.Value.PendingHashes) { New-HashTable $file.Value.PendingHashes }
        }
    }
    $entries
}

# Replaces the state file in one step: at any time it is either the old one or the new one.
function Write-State {
    $pages = [ordered]@{}
    foreach ($file in $entries.Keys | Sort-Object) { $pages[$file] = $entries[$file] }
    $text = [ordered]@{ WorkspaceId = $workspace.Id; Pages = $pages } | ConvertTo-Json -Depth 5
    $new = "$stateFile.new"
    [IO.File]::WriteAllText($new, $text.Replace("`r`n", "`n") + "`n")
    if ([IO.File]::Exists($stateFile)) { [IO.File]::Replace($new, $stateFile, [NullString]::Value) }
    else { [IO.File]::Move($new, $stateFile) }
}

function ConvertFrom-Quoted([string] $Text) {
    $Text.Trim() -replace '^(["''])(.*)\1$', '$2'
}

# The properties of the page that a file describes. Text is compared and sent with LF line endings.
function Read-PageFile([string] $File) {
    $text = [IO.File]::ReadAllText($File).Replace("`r`n", "`n")
    $values = @{}
    if ($text -match '(?s)\A---\n(?<front>.*?\n)?---[ \t]*(\n|\z)(?<body>.*)\z') {
        $text = $Matches['body']
        foreach ($line in "$($Matches['front'])" -split "`n") {
            if ($line -match '^(?<key>\w+)\s*:(?<value>.*)$') { $values[$Matches['key']] = ConvertFrom-Quoted $Matches['value'] }
        }
    }

    $page = @{ Content = $text.Trim("`n") }
    $page.Title = if ($values['title']) { $values['title'] }
    elseif ($text -match '(?m)^#[ \t]+(?<title>.+?)[ \t]*$') { $Matches['title'] }
    else { [IO.Path]::GetFileNameWithoutExtension($File) }
    $page.Status = if ($values['status']) { $values['status'].ToLowerInvariant() } else { 'published' }
    foreach ($list in @{ folders = 'FolderId'; skills = 'SkillId'; sources = 'SourceId' }.GetEnumerator()) {
        $page[$list.Value] = @("$($values[$list.Key])".Trim('[', ']') -split ',' | ForEach-Object { ConvertFrom-Quoted $_ } | Where-Object { $_ })
    }
    $page
}

function New-Result([string] $File, [string] $Action, $PageId, $Title, $Changed, $Message) {
    [pscustomobject]@{ File = $File; Action = $Action; PageId = $PageId; Title = $Title; Changed = $Changed -join ', '; Message = $Message }
}

# Whether a page has the title, content, and status of the request with the unknown outcome.
function Test-PendingPage($Found, $Entry) {
    $isPublished = $Entry.PendingHashes['Status'] -eq (Get-Hash 'published')
    $version = if ($Found.Draft -and -not $isPublished) { $Found.Draft } else { $Found }
    $Entry.PendingHashes['Title'] -eq (Get-Hash $version.Title) -and
    $Entry.PendingHashes['Content'] -eq (Get-Hash "$($version.Content)".Replace("`r`n", "`n").Trim("`n")) -and
    ("$($Found.Status)" -eq 'Published') -eq $isPublished
}

# Updates the entry if the request created or changed the page. Returns whether the outcome is now known.
function Resolve-Pending($Entry, [string] $Title) {
    $known = @($entries.Values | ForEach-Object { $_.Id } | Where-Object { $_ })
    # Clocks may differ by five minutes.
    $earliest = [DateTimeOffset]::FromUnixTimeSeconds($Entry.Pending - 300).LocalDateTime
    $ids = if ($Entry.Id) { @($Entry.Id) }
    else { @(Get-ExecKnowledgePage -Query $Title @from | Where-Object { $_.Title -ceq $Title -and $_.CreatedAt -ge $earliest -and $_.Id -notin $known } | ForEach-Object { $_.Id }) }
    $found = $null
    foreach ($id in $ids) {
        if (-not $found -and (Test-PendingPage (Get-ExecKnowledgePage -Id $id -IncludeDraft @from) $Entry)) { $found = $id }
    }
    if (-not $found -and (Get-Now) - $Entry.Pending -lt $secondsInDoubt) { return $false }

    # Folders, skills, and sources are sent again, which has no further effect.
    if ($found) {
        $Entry.Id = $found
        foreach ($name in 'Title', 'Content', 'Status') { $Entry.Hashes[$name] = $Entry.PendingHashes[$name] }
    }
    ($Entry.Pending, $Entry.PendingHashes) = 0, $null
    if (-not $WhatIfPreference) { Write-State }
    $true
}

# Sends a request, with the state file written before and after it. Returns a result if the request failed or its outcome is unknown.
function Invoke-Change([string] $File, $Hashes, [scriptblock] $Change, [scriptblock] $Done) {
    $entry = $entries[$File]
    if ($Hashes) { ($entry.Pending, $entry.PendingHashes) = (Get-Now), $Hashes }
    Write-State
    try {
        $page = & $Change
        ($entry.Pending, $entry.PendingHashes) = 0, $null
        & $Done
        Write-State
    }
    catch {
        $exception = $_.Exception
        $mayHaveBeenProcessed = $exception.psobject.Properties['MayHaveBeenProcessed'] -and $exception.MayHaveBeenProcessed
        if (-not $mayHaveBeenProcessed) {
            ($entry.Pending, $entry.PendingHashes) = 0, $null
            if (-not $entry.Id) { $entries.Remove($File) }
            Write-State
        }
        # If one page fails, the script continues with the others. Other failures stop the script.
        if (-not $mayHaveBeenProcessed -and $_.CategoryInfo.Category -notin 'InvalidArgument', 'InvalidData', 'ObjectNotFound') { throw }
        New-Result $File $(if ($mayHaveBeenProcessed) { 'Unknown' } else { 'Failed' }) $entry.Id $null $null "$_"
    }
}

function Publish-File([string] $File) {
    $page = Read-PageFile (Join-Path $folder $File)
    $title = $page.Title
    $hashes = [ordered]@{}
    foreach ($name in $properties) { $hashes[$name] = Get-Hash $page[$name] }

    $entry = if ($entries.ContainsKey($File)) { $entries[$File] } else { [pscustomobject]@{ Id = $null; Hashes = New-HashTable; Pending = 0; PendingHashes = $null } }
    if ($entry.Pending -and -not (Resolve-Pending $entry $title)) {
        return New-Result $File 'Unknown' $entry.Id $title $null 'The outcome of an earlier request is unknown. Run the script again in ten minutes.'
    }

    $changed = @($properties | Where-Object { $entry.Hashes[$_] -ne $hashes[$_] })
    if (-not $changed) { return New-Result $File 'Unchanged' $entry.Id $title $null $null }

    # New content is a draft unless the status is sent, too.
    if ($changed -contains 'Content' -and $changed -notcontains 'Status') { $changed += 'Status' }
    $send = @{}
    foreach ($name in $changed) { $send[$name] = $page[$name] }
    $isNew = -not $entry.Id
    $what = if ($isNew) { "Create the page '$title' from $File" } else { "Update $($changed -join ', ') of the page '$title' from $File" }
    if (-not (& $confirm $what)) { return New-Result $File 'Planned' $entry.Id $title $changed $null }

    $entries[$File] = $entry
    $failure = Invoke-Change $File $hashes {
        if ($isNew) { New-ExecKnowledgePage @send -Confirm:$false @from } else { Set-ExecKnowledgePage -Id $entry.Id @send -PassThru -Confirm:$false @from }
    } { ($entry.Id, $entry.Hashes) = $page.Id, $hashes }
    if ($failure) {
        $failure.Title = $title
        return $failure
    }
    New-Result $File $(if ($isNew) { 'Created' } else { 'Updated' }) $entry.Id $title $changed $null
}

function Remove-Page([string] $File) {
    $entry = $entries[$File]
    if (-not $entry.Id) { return New-Result $File 'Unknown' $null $null $null 'The page might exist, because its creation was interrupted. Restore the file, and run the script again.' }
    $what = "Archive the page $($entry.Id) of the deleted file $File"
    if (-not (& $confirm $what)) { return New-Result $File 'Planned' $entry.Id $null $null $null }

    $failure = Invoke-Change $File $null {
        try { Remove-ExecKnowledgePage -Id $entry.Id -Confirm:$false @from }
        catch { if ($_.FullyQualifiedErrorId -notlike 'ExecNotFound,*') { throw } }
    } { $entries.Remove($File) }
    if ($failure) { $failure } else { New-Result $File 'Archived' $entry.Id $null $null $null }
}

$folder = (Get-Item -LiteralPath $Path).FullName
$stateFile = if ($StatePath) { $ExecutionContext.SessionState.Path.GetUnresolvedProviderPathFromPSPath($StatePath) } else { Join-Path $folder '.exec-pages.json' }
$files = @(Get-ChildItem -LiteralPath $folder -Filter *.md -File -Recurse | ForEach-Object { $_.FullName.Substring($folder.Length).TrimStart('\', '/').Replace('\', '/') } | Sort-Object)
if (-not $files) { throw "$Path has no Markdown files." }

$workspace = Get-ExecWorkspace @from
$entries = Read-State
foreach ($file in $files) { Publish-File $file }
if ($Prune) {
    foreach ($file in @($entries.Keys | Where-Object { $_ -notin $files } | Sort-Object)) { Remove-Page $file }
}
