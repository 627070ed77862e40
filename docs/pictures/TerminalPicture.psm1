# Creates a picture (SVG) of a terminal from text with SGR sequences, as tmux captures it. Text is split into runs of one style.

$escape = [char] 27

# The colors 0 to 15 are similar to those of GitHub's themes, which are easier to read than those of many terminals.
$themes = @{
    Dark  = @{
        Ground = '#15191f'
        Border = '#3d444d'
        Text   = '#d7dce2'
        Colors = '#15191f', '#ff7b72', '#3fb950', '#d29922', '#58a6ff', '#bc8cff', '#39c5cf', '#c9d1d9',
        '#8b949e', '#ffa198', '#56d364', '#e3b341', '#79c0ff', '#d2a8ff', '#56d4dd', '#f0f6fc'
    }
    Light = @{
        Ground = '#ffffff'
        Border = '#d0d7de'
        Text   = '#1f2328'
        Colors = '#24292f', '#cf222e', '#116329', '#7d4e00', '#0969da', '#8250df', '#1b7c83', '#6e7781',
        '#57606a', '#a40e26', '#1a7f37', '#633c01', '#218bff', '#a475f9', '#3192aa', '#8c959f'
    }
}

# Converts one of the 256 colors to #rrggbb. A color in this format isn't changed.
function ConvertTo-HexColor($Color, [hashtable] $Theme) {
    if ($Color -is [string]) { return $Color }
    if ($Color -lt 16) { return $Theme.Colors[$Color] }
    if ($Color -ge 232) { return '#{0:x2}{0:x2}{0:x2}' -f (8 + 10 * ($Color - 232)) }
    $levels = 0, 95, 135, 175, 215, 255
    $cube = $Color - 16
    '#{0:x2}{1:x2}{2:x2}' -f $levels[[Math]::Floor($cube / 36)], $levels[[Math]::Floor($cube / 6) % 6], $levels[$cube % 6]
}

# Applies the numbers of an SGR sequence to a style. Unknown numbers are ignored.
function Set-Look([hashtable] $Look, [int[]] $Number) {
    for ($i = 0; $i -lt $Number.Count; $i++) {
        $n = $Number[$i]
        switch ($n) {
            0 { $Look.Foreground = $Look.Background = $null; $Look.Bold = $Look.Italic = $Look.Underline = $Look.Inverse = $false }
            1 { $Look.Bold = $true }
            3 { $Look.Italic = $true }
            4 { $Look.Underline = $true }
            7 { $Look.Inverse = $true }
            22 { $Look.Bold = $false }
            23 { $Look.Italic = $false }
            24 { $Look.Underline = $false }
            27 { $Look.Inverse = $false }
            39 { $Look.Foreground = $null }
            49 { $Look.Background = $null }
            { $n -in 30..37 } { $Look.Foreground = $n - 30 }
            { $n -in 40..47 } { $Look.Background = $n - 40 }
            { $n -in 90..97 } { $Look.Foreground = $n - 82 }
            { $n -in 100..107 } { $Look.Background = $n - 92 }
            { $n -in 38, 48 } {
                $color = $null
                if ($Number[$i + 1] -eq 5) {
                    $color = $Number[$i + 2]
                    $i += 2
                }
                elseif ($Number[$i + 1] -eq 2) {
                    $color = '#{0:x2}{1:x2}{2:x2}' -f $Number[$i + 2], $Number[$i + 3], $Number[$i + 4]
                    $i += 4
                }
                if ($n -eq 38) { $Look.Foreground = $color } else { $Look.Background = $color }
            }
        }
    }
}

<#
.SYNOPSIS
    Splits the lines of a screen into runs of one style.
.DESCRIPTION
    A run has Row and Column from 0, Text, Foreground, Background, Bold, Italic, Underline, and Inverse. A color is one of the 256
    numbers, #rrggbb, or null for the terminal's default. A style continues on the next line, as tmux writes it.
#>
function ConvertFrom-Screen([string[]] $Line) {
    $look = @{}
    Set-Look $look 0
    for ($row = 0; $row -lt $Line.Count; $row++) {
        $column = 0
        foreach ($part in [regex]::Split($Line[$row], "($escape\[[0-9;]*m)")) {
            if ($part -match "^$escape\[([0-9;]*)m$") {
                Set-Look $look ($Matches[1] -split ';')
            }
            elseif ($part) {
                # Only characters that are one cell wide are supported. An error is better than a wrong picture.
                if ($part -match '[\p{C}\p{M}\u1100-\u115F\u2E80-\uA4CF\uAC00-\uD7A3\uF900-\uFAFF\uFE30-\uFE6F\uFF00-\uFF60]') {
                    throw "A character that isn't one cell wide, or a sequence that isn't SGR: $($part -replace $escape, 'ESC')"
                }
                [pscustomobject] (@{ Row = $row; Column = $column; Text = $part } + $look)
                $column += $part.Length
            }
        }
    }
}

<#
.SYNOPSIS
    Draws a screen as SVG.
.DESCRIPTION
    Every group of words is placed at its cell and is as wide as its cells, regardless of the font.
#>
function ConvertTo-Svg {
    param(
        [string[]] $Line,
        [int] $Columns,
        [string] $Title,
        [ValidateSet('Dark', 'Light')][string] $ThemeName = 'Dark'
    )

    $theme = $themes[$ThemeName]
    $cell, $height, $margin = 8.4, 19, 16
    $svg = [Collections.Generic.List[string]]::new()
    $write = { param($Format) $svg.Add([string]::Format([cultureinfo]::InvariantCulture, $Format, $args)) }

    $total = @(($Columns * $cell + 2 * $margin), ($Line.Count * $height + 2 * $margin))
    & $write '<svg xmlns="http://www.w3.org/2000/svg" width="{0:0.#}" height="{1:0.#}" viewBox="0 0 {0:0.#} {1:0.#}" role="img">' @total
    & $write '<title>{0}</title>' ([Security.SecurityElement]::Escape($Title))
    & $write '<rect x="0.5" y="0.5" width="{0:0.#}" height="{1:0.#}" rx="8" fill="{2}" stroke="{3}"/>' ($total[0] - 1) ($total[1] - 1) $theme.Ground $theme.Border
    & $write '<g font-family="{0}" font-size="14" fill="{1}">' "ui-monospace, 'Cascadia Mono', Menlo, Consolas, 'DejaVu Sans Mono', 'Liberation Mono', monospace" $theme.Text

    foreach ($run in ConvertFrom-Screen $Line) {
        $front = if ($null -ne $run.Foreground) { ConvertTo-HexColor $run.Foreground $theme } else { $theme.Text }
        $back = if ($null -ne $run.Background) { ConvertTo-HexColor $run.Background $theme } else { $theme.Ground }
        if ($run.Inverse) { $front, $back = $back, $front }
        $top = $margin + $run.Row * $height
        if ($back -ne $theme.Ground) {
            & $write '<rect x="{0:0.#}" y="{1}" width="{2:0.#}" height="{3}" fill="{4}"/>' ($margin + $run.Column * $cell) $top ($run.Text.Length * $cell) $height $back
        }
        $style = ''
        if ($front -ne $theme.Text) { $style += " fill=`"$front`"" }
        if ($run.Bold) { $style += ' font-weight="bold"' }
        if ($run.Italic) { $style += ' font-style="italic"' }
        if ($run.Underline) { $style += ' text-decoration="underline"' }
        foreach ($words in [regex]::Matches($run.Text, '\S+( \S+)*')) {
            $left = $margin + ($run.Column + $words.Index) * $cell
            & $write '<text x="{0:0.#}" y="{1:0.#}" textLength="{2:0.#}" lengthAdjust="spacingAndGlyphs"{3}>{4}</text>' $left ($top + 14) ($words.Length * $cell) $style ([Security.SecurityElement]::Escape($words.Value))
        }
    }
    $svg.Add('</g>')
    $svg.Add('</svg>')
    ($svg -join "`n") + "`n"
}

Export-ModuleMember -Function ConvertFrom-Screen, ConvertTo-Svg
