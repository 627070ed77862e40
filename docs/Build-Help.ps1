#requires -Version 7.4
<#
.SYNOPSIS
    Builds the module's help from the pages in docs/en-US.
.DESCRIPTION
    Writes to src/ExecPS/en-US:

    ExecPS.dll-Help.xml      Get-Help for the commands, created from their pages by PlatyPS. This script adds what PlatyPS
                             doesn't convert: examples as code, default values, and paragraphs without Markdown.
    about_*.help.txt         A text of at most 80 columns for each about page.

    The same pages result in the same bytes. The XML file starts with a comment that contains a line for each page and each text:
    the SHA-256 of the file, with LF line endings, and its name. With it, a test can check without PlatyPS whether the help is
    current.

    Pages that don't match the commands of the built module in out/ExecPS are rejected.
.EXAMPLE
    ./docs/Build-Help.ps1
#>
[CmdletBinding()]
param()

$ErrorActionPreference = 'Stop'
Set-StrictMode -Version Latest

$repository = Split-Path $PSScriptRoot
$module = Join-Path $repository 'out/ExecPS'
$source = Join-Path $PSScriptRoot 'en-US'
$target = Join-Path $repository 'src/ExecPS/en-US'
$mamlName = 'ExecPS.dll-Help.xml'
$longestLine = 80
$noBreak = [string] [char] 0xA0

# Marks the title of an example that tests skip. The built help doesn't contain it.
$testMark = ' (not run in tests)'

# The files of a folder by name, in the same order on every computer.
function Get-Page([string] $Filter) {
    [string[]] $names = (Get-ChildItem -LiteralPath $source -Filter $Filter -File).Name
    [Array]::Sort($names, [StringComparer]::Ordinal)
    $names | ForEach-Object { Join-Path $source $_ }
}

function Read-Text([string] $Path) {
    $text = [Text.Encoding]::UTF8.GetString([IO.File]::ReadAllBytes($Path)).Replace("`r`n", "`n")
    if ($text.StartsWith([char] 0xFEFF)) { throw "$Path begins with a byte order mark. Save it without." }
    if ($text.Contains('{{')) { throw "$Path still has text to fill in ({{ }})." }
    $text
}

# A line of the comment that lists the sources of the help.
function Get-HashLine([string] $Name, [string] $Text) {
    $hash = [Security.Cryptography.SHA256]::HashData([Text.Encoding]::UTF8.GetBytes($Text))
    '{0}  {1}' -f [Convert]::ToHexString($hash).ToLowerInvariant(), $Name
}

<# The subset of Markdown that the pages use #>

# Text without Markdown: code and bold text without marks, links as their text, followed by the address of external links.
# Spaces in code become no-break spaces, so that it stays on one line.
function ConvertTo-PlainText([string] $Markdown) {
    $parts = $Markdown -split '`'
    for ($index = 1; $index -lt $parts.Count; $index += 2) { $parts[$index] = $parts[$index].Replace(' ', $noBreak) }
    for ($index = 0; $index -lt $parts.Count; $index += 2) {
        $parts[$index] = $parts[$index] -replace '\[([^\]]+)\]\((https?:[^)]+)\)', '$1 ($2)' -replace '\[([^\]]+)\]\([^)]+\)', '$1' -replace '\*\*'
    }
    -join $parts
}

# The cells of a table row.
function Get-Cell([string] $Row) {
    , @($Row.Trim().Trim('|') -split '(?<!\\)\|' | ForEach-Object { ConvertTo-PlainText $_.Trim() })
}

# The blocks of a text in order. Kind is Heading, Paragraph, List, Table, or Code. Lines contains the text, with one line per
# paragraph, item, table row, or line of code.
function Read-Markdown([string] $Markdown) {
    $lines = $Markdown.Replace("`r`n", "`n") -split "`n"
    for ($at = 0; $at -lt $lines.Count) {
        $line = $lines[$at]
        $block = [pscustomobject]@{ Kind = 'Paragraph'; Level = 0; Info = ''; Lines = [Collections.Generic.List[string]]::new() }
        if (-not $line.Trim()) {
            $at++
            continue
        }

        if ($line -match '^```\s*(.*)$') {
            ($block.Kind, $block.Info) = 'Code', $Matches[1]
            for ($at++; $at -lt $lines.Count -and $lines[$at] -notmatch '^```\s*$'; $at++) { $block.Lines.Add($lines[$at]) }
            if ($at -eq $lines.Count) { throw "A code block isn't closed: $($block.Lines[0])" }
            $at++
        }
        elseif ($line -match '^(#+)\s+(.+)$') {
            ($block.Kind, $block.Level) = 'Heading', $Matches[1].Length
            $block.Lines.Add((ConvertTo-PlainText $Matches[2].Trim()))
            $at++
        }
        elseif ($line.StartsWith('|')) {
            $block.Kind = 'Table'
            for (; $at -lt $lines.Count -and $lines[$at].StartsWith('|'); $at++) {
                if ($lines[$at] -notmatch '^[|\s:-]+$') { $block.Lines.Add($lines[$at]) }
            }
        }
        else {
            if ($line -match '^- ') { $block.Kind = 'List' }
            for (; $at -lt $lines.Count -and $lines[$at].Trim() -and $lines[$at] -notmatch '^(```|#+\s|\|)'; $at++) {
                if ($lines[$at] -match '^- (.+)$') { $block.Lines.Add($Matches[1]) }
                elseif ($block.Lines.Count -eq 0) { $block.Lines.Add($lines[$at].Trim()) }
                else { $block.Lines[-1] += ' ' + $lines[$at].Trim() }
            }
            for ($index = 0; $index -lt $block.Lines.Count; $index++) { $block.Lines[$index] = ConvertTo-PlainText $block.Lines[$index] }
        }

        $block
    }
}

# Converts blocks to paragraphs of plain text.
function ConvertTo-Paragraph([object[]] $Blocks) {
    foreach ($block in $Blocks) {
        switch ($block.Kind) {
            'List' { @($block.Lines | ForEach-Object { "- $_".Replace($noBreak, ' ') }) -join "`n" }
            'Paragraph' { $block.Lines[0].Replace($noBreak, ' ') }
            'Code' { $block.Lines -join "`n" }
            default { throw "A command's page has a $_ where Get-Help can't show one." }
        }
    }
}

<# The help of the commands #>

# New pages of the built module's commands. Another process creates them, so that the module isn't loaded in this one.
function Get-BuiltCommand([string] $Folder) {
    if (-not (Test-Path (Join-Path $module 'ExecPS.psd1'))) { throw "The module isn't built. Build it first: dotnet build src/ExecPS" }

    $script = @'
$ErrorActionPreference = 'Stop'
$ProgressPreference = 'SilentlyContinue'
$built = Import-Module '{0}' -PassThru
Import-Module Microsoft.PowerShell.PlatyPS
$null = New-MarkdownCommandHelp -ModuleInfo $built -OutputFolder '{1}'
'@ -f $module.Replace("'", "''"), $Folder.Replace("'", "''")
    $shell = & (Join-Path $repository 'eng/Get-PowerShellCommand.ps1')
    & $shell.Path $shell.Arguments -NoProfile -NonInteractive -OutputFormat Text -EncodedCommand ([Convert]::ToBase64String([Text.Encoding]::Unicode.GetBytes($script)))
    if ($LASTEXITCODE -ne 0) { throw 'The built module could not be read.' }
    Import-MarkdownCommandHelp -Path (Get-ChildItem $Folder -Filter '*-*.md' -Recurse).FullName
}

# What a page and the command must agree on, parameter by parameter. Pages show lists of nullable values as lists of values.
function Get-Contract($Command) {
    $contract = [ordered]@{}
    foreach ($parameter in $Command.Parameters) {
        $sets = $parameter.ParameterSets | Sort-Object Name | ForEach-Object {
            '{0}, position {1}, required {2}, from pipeline {3}, by property name {4}' -f
                $_.Name, $_.Position, $_.IsRequired, $_.ValueFromPipeline, $_.ValueFromPipelineByPropertyName
        }
        $contract["-$($parameter.Name)"] = '{0}, aliases [{1}], wildcards {2}; {3}' -f
            ($parameter.Type -replace 'System\.Nullable`1\[\[([\w.]+),[^\]]*\]\]\[\]', '$1[]'), (($parameter.Aliases | Sort-Object) -join ' '), $parameter.SupportsWildcards, ($sets -join '; ')
    }
    $contract['syntax'] = ($Command.Syntax | ForEach-Object { "$_" -replace 'Nullable`1\[(\w+)\]\[\]', '$1[]' } | Sort-Object) -join "`n"
    $contract
}

# Rejects pages that don't match the commands.
function Compare-Page([object[]] $Pages, [object[]] $Commands) {
    $faults = @(
        foreach ($difference in Compare-Object -ReferenceObject $Commands.Title -DifferenceObject $Pages.Title) {
            if ($difference.SideIndicator -eq '<=') { "$($difference.InputObject) has no page." }
            else { "$($difference.InputObject) has a page, but the module has no such command." }
        }
        foreach ($page in $Pages | Where-Object Title -In $Commands.Title) {
            $is = Get-Contract ($Commands | Where-Object Title -EQ $page.Title)
            $says = Get-Contract $page
            foreach ($name in @($is.Keys) + @($says.Keys) | Select-Object -Unique) {
                if (-not $says.Contains($name)) { "$($page.Title): the page lacks $name." }
                elseif (-not $is.Contains($name)) { "$($page.Title): the page has $name, the command hasn't." }
                elseif ($is[$name] -cne $says[$name]) { "$($page.Title): the page says of ${name}: $($says[$name])`nIt is: $($is[$name])" }
            }
        }
    )
    if ($faults) { throw "The pages in docs/en-US don't fit the module:`n$($faults -join "`n")" }
}

$namespaces = @{
    command = 'http://schemas.microsoft.com/maml/dev/command/2004/10'
    dev     = 'http://schemas.microsoft.com/maml/dev/2004/10'
    maml    = 'http://schemas.microsoft.com/maml/2004/10'
}

# The elements below a node, by a path such as command:examples/command:example.
function Select-Element([Xml.XmlNode] $Node, [string] $Path) {
    @(Select-Xml -Xml $Node -XPath $Path -Namespace $namespaces).Node
}

# Adds an element, with text if there is any.
function Add-Element([Xml.XmlNode] $Parent, [string] $Name, [string] $Text) {
    $document = $Parent -is [Xml.XmlDocument] ? $Parent : $Parent.OwnerDocument
    $element = $document.CreateElement($Name, $namespaces[($Name -split ':')[0]])
    if ($Text) { $element.InnerText = $Text }
    $Parent.AppendChild($element)
}

# Replaces the content of a node by paragraphs.
function Write-Paragraph([Xml.XmlNode] $Node, [string] $Markdown) {
    while ($Node.HasChildNodes) { $null = $Node.RemoveChild($Node.FirstChild) }
    foreach ($text in ConvertTo-Paragraph @(Read-Markdown $Markdown)) { $null = Add-Element $Node 'maml:para' $text }
}

# Writes an example: the introduction, the code, and the remarks, which include the output.
function Write-Example([Xml.XmlNode] $Node, $Example) {
    $blocks = @(Read-Markdown $Example.Remarks)
    $code = @($blocks | Where-Object { $_.Kind -eq 'Code' -and $_.Info -eq 'powershell' })
    if ($code.Count -ne 1) { throw "'$($Example.Title)' has $($code.Count) blocks of PowerShell code; an example has one." }

    $at = $blocks.IndexOf($code[0])
    $before = @(ConvertTo-Paragraph @($blocks | Select-Object -First $at))
    $after = @(ConvertTo-Paragraph @($blocks | Select-Object -Skip ($at + 1)))
    while ($Node.HasChildNodes) { $null = $Node.RemoveChild($Node.FirstChild) }
    $null = Add-Element $Node 'maml:title' "--------- $($Example.Title.Replace($testMark, '')) ---------"

    # Get-Help writes the code directly after the introduction, so the introduction ends with a blank line. It writes the
    # paragraphs of the remarks one by one, and a blank line after the last one if an empty paragraph follows.
    $null = Add-Element (Add-Element $Node 'maml:introduction') 'maml:para' (($before -join "`n`n") + "`n`n")
    $null = Add-Element $Node 'dev:code' ($code[0].Lines -join "`n")
    $remarks = Add-Element $Node 'dev:remarks'
    if ($after) { $null = Add-Element $remarks 'maml:para' ($after -join "`n`n") }
    $null = Add-Element $remarks 'maml:para'
}

# Corrects the output of PlatyPS for a page.
function Repair-Command([Xml.XmlNode] $Node, $Page) {
    Write-Paragraph (Select-Element $Node 'command:details/maml:description') $Page.Synopsis
    Write-Paragraph (Select-Element $Node 'maml:description') $Page.Description
    foreach ($parameter in $Page.Parameters) {
        $element = Select-Element $Node "command:parameters/command:parameter[maml:name='$($parameter.Name)']"
        Write-Paragraph (Select-Element $element 'maml:description') $parameter.Description
        if ($parameter.DefaultValue) { $null = Add-Element $element 'dev:defaultValue' $parameter.DefaultValue }
    }

    $inputs = Select-Element $Node 'command:inputTypes/command:inputType/maml:description'
    for ($index = 0; $index -lt $Page.Inputs.Count; $index++) { Write-Paragraph @($inputs)[$index] $Page.Inputs[$index].Description }
    $outputs = Select-Element $Node 'command:returnValues/command:returnValue/maml:description'
    for ($index = 0; $index -lt $Page.Outputs.Count; $index++) { Write-Paragraph @($outputs)[$index] $Page.Outputs[$index].Description }
    Write-Paragraph (Select-Element $Node 'maml:alertSet/maml:alert') $Page.Notes

    $examples = @(Select-Element $Node 'command:examples/command:example')
    for ($index = 0; $index -lt $Page.Examples.Count; $index++) { Write-Example $examples[$index] $Page.Examples[$index] }

    # Links between pages don't work in a terminal, so they become names.
    $links = Select-Element $Node 'command:relatedLinks'
    while ($links.HasChildNodes) { $null = $links.RemoveChild($links.FirstChild) }
    foreach ($link in $Page.RelatedLinks) {
        $element = Add-Element $links 'maml:navigationLink'
        $null = Add-Element $element 'maml:linkText' $link.LinkText
        $null = Add-Element $element 'maml:uri' ($link.Uri -match '^https?:' ? $link.Uri : '')
    }
}

# The XML of all commands.
function Get-CommandHelp([string[]] $Files, [string] $Folder) {
    $pages = @($Files | ForEach-Object { Import-MarkdownCommandHelp -Path $_ })
    Compare-Page $pages @(Get-BuiltCommand (Join-Path $Folder 'built'))

    $null = $pages | Export-MamlCommandHelp -OutputFolder (Join-Path $Folder 'maml')
    $document = [Xml.XmlDocument]::new()
    $document.Load((Join-Path $Folder "maml/ExecPS/$mamlName"))
    foreach ($page in $pages) {
        Repair-Command (Select-Element $document "//command:command[command:details/command:name='$($page.Title)']") $page
    }

    # The type of an optional parameter is shown without Nullable: System.DateTime for -After.
    foreach ($text in $document.SelectNodes('//text()[contains(., "System.Nullable`1[")]')) {
        $text.Value = $text.Value -replace 'System\.Nullable`1\[([\w.]+)\]', '$1'
    }
    $document
}

# The XML as text, with the comment that lists its sources.
function Format-CommandHelp([Xml.XmlDocument] $Document, [string[]] $HashLines) {
    $comment = $Document.CreateComment("`nBuilt from docs/en-US by docs/Build-Help.ps1; don't edit. The SHA-256 of each page and each text:`n$($HashLines -join "`n")`n")
    $null = $Document.InsertBefore($comment, $Document.DocumentElement)
    $settings = [Xml.XmlWriterSettings]@{ Encoding = [Text.UTF8Encoding]::new($false); Indent = $true; NewLineChars = "`n" }
    $stream = [IO.MemoryStream]::new()
    $writer = [Xml.XmlWriter]::Create($stream, $settings)
    $Document.Save($writer)
    $writer.Dispose()
    [Text.Encoding]::UTF8.GetString($stream.ToArray()) + "`n"
}

<# The about topics #>

# Wraps text at spaces. First is the prefix of the first line, and Rest that of the others.
function Format-Wrapped([string] $Text, [string] $First, [string] $Rest = $First, [int] $Width = $longestLine) {
    $line = $First
    $isEmpty = $true
    foreach ($word in $Text -split ' ') {
        if (-not $isEmpty -and $line.Length + 1 + $word.Length -gt $Width) {
            $line
            $line = $Rest
            $isEmpty = $true
        }
        $line += $isEmpty ? $word : " $word"
        $isEmpty = $false
    }
    $line
}

# Formats columns side by side. The widest columns are narrowed until the table fits, but not below their longest word.
function Format-TextTable([string[]] $Rows, [string] $Indent) {
    $cells = @($Rows | ForEach-Object { , (Get-Cell $_) })
    $columns = 0..($cells[0].Count - 1)
    $widths = @($columns | ForEach-Object { $column = $_; ($cells | ForEach-Object { $_[$column] } | Measure-Object -Property Length -Maximum).Maximum })
    $narrowest = @($columns | ForEach-Object { $column = $_; ($cells | ForEach-Object { $_[$column] -split ' ' } | Measure-Object -Property Length -Maximum).Maximum })
    $room = $longestLine - $Indent.Length - 2 * ($columns.Count - 1)
    while (($widths | Measure-Object -Sum).Sum -gt $room) {
        $widest = $columns | Where-Object { $widths[$_] -gt $narrowest[$_] } | Sort-Object -Stable { $widths[$_] } | Select-Object -Last 1
        if ($null -eq $widest) { throw "A table doesn't fit $longestLine columns: $($Rows[0])" }
        $widths[$widest]--
    }

    $rule = @($columns | ForEach-Object { '-' * [Math]::Min($widths[$_], $cells[0][$_].Length) })
    foreach ($row in @(, $cells[0]) + @(, $rule) + @($cells | Select-Object -Skip 1)) {
        $wrapped = @($columns | ForEach-Object { , @(Format-Wrapped $row[$_] '' -Width $widths[$_]) })
        $height = ($wrapped | ForEach-Object Count | Measure-Object -Maximum).Maximum
        for ($at = 0; $at -lt $height; $at++) {
            $texts = $columns | ForEach-Object { ($at -lt $wrapped[$_].Count ? $wrapped[$_][$at] : '').PadRight($widths[$_]) }
            ($Indent + ($texts -join '  ')).TrimEnd()
        }
    }
}

# Converts an about page to text: headings of level 2 aren't indented, headings of level 3 by two spaces, and text by four.
function Format-AboutPage([string] $Path) {
    $blocks = @(Read-Markdown (Read-Text $Path))
    $name = Split-Path $Path -LeafBase
    if ($blocks[0].Level -ne 1 -or $blocks[0].Lines[0] -cne $name) { throw "$Path doesn't begin with the heading '# $name'." }
    if ($blocks[1].Lines[0] -cne 'SHORT DESCRIPTION' -or $blocks[2].Lines[0].Length -gt $longestLine - 4) { throw "$Path doesn't go on with a short description of one line." }

    # Get-Help about_* shows the fifth line: the short description.
    'TOPIC', "    $name"
    $heading = ''
    foreach ($block in $blocks | Select-Object -Skip 1) {
        ''
        switch ($block.Kind) {
            'Heading' {
                $heading = $block.Lines[0]
                ('', '', '', '  ')[$block.Level] + $heading
            }
            'Paragraph' { Format-Wrapped $block.Lines[0] '    ' }
            'List' {
                $mark = $heading -eq 'SEE ALSO' ? '    ' : '    - '
                foreach ($item in $block.Lines) { Format-Wrapped $item $mark '      ' }
            }
            'Table' { Format-TextTable $block.Lines '    ' }
            'Code' { foreach ($line in $block.Lines) { "        $line".TrimEnd() } }
        }
    }
}

# Removes blank lines after headings.
function Get-AboutText([string] $Path) {
    $lines = [Collections.Generic.List[string]]::new()
    foreach ($line in @(Format-AboutPage $Path).Replace($noBreak, ' ')) {
        if ($line.Length -gt $longestLine) { throw "$(Split-Path $Path -Leaf): a line has $($line.Length) columns, $longestLine is the most: $line" }
        if ($line.StartsWith('    ') -and $lines[-1] -eq '' -and $lines[-2] -match '^ {0,2}\S') { $lines.RemoveAt($lines.Count - 1) }
        $lines.Add($line)
    }
    ($lines -join "`n") + "`n"
}

$platyPS = 'Microsoft.PowerShell.PlatyPS'
if (-not (Get-Module -ListAvailable $platyPS)) {
    throw "Building the help needs the module $platyPS, which isn't installed: Install-PSResource $platyPS"
}

Import-Module $platyPS -MinimumVersion 1.0
$commandPages = @(Get-Page '*-*.md')
$aboutPages = @(Get-Page 'about_*.md')
$files = [ordered]@{}
foreach ($page in $aboutPages) { $files["$(Split-Path $page -LeafBase).help.txt"] = Get-AboutText $page }
$hashLines = @(
    foreach ($page in $commandPages + $aboutPages) { Get-HashLine (Split-Path $page -Leaf) (Read-Text $page) }
    foreach ($name in $files.Keys) { Get-HashLine $name $files[$name] }
)

$folder = Join-Path ([IO.Path]::GetTempPath()) "ExecPS-help-$([guid]::NewGuid().ToString('n'))"
try {
    $files[$mamlName] = Format-CommandHelp (Get-CommandHelp $commandPages $folder) $hashLines
}
finally {
    Remove-Item -LiteralPath $folder -Recurse -Force -ErrorAction Ignore
}

$null = New-Item -ItemType Directory -Path $target -Force
Remove-Item -Path (Join-Path $target '*')
foreach ($name in $files.Keys) { [IO.File]::WriteAllText((Join-Path $target $name), $files[$name]) }
