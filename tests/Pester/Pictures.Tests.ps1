# The README's pictures of a terminal, and the functions that draw them.

BeforeDiscovery {
    $root = Split-Path (Split-Path $PSScriptRoot)
    $pictures = Get-ChildItem (Join-Path $root 'docs/pictures/*.svg') | ForEach-Object { @{ Name = $_.Name; Path = $_.FullName } }
    $links = [regex]::Matches((Get-Content -Raw (Join-Path $root 'README.md')), '!\[([^\]]*)\]\((docs/pictures/[^)]+)\)') |
        ForEach-Object { @{ Alt = $_.Groups[1].Value; Link = $_.Groups[2].Value } }
}

BeforeAll {
    $root = Split-Path (Split-Path $PSScriptRoot)
    Import-Module (Join-Path $root 'docs/pictures/TerminalPicture.psm1')
    $escape = [char] 27
}

AfterAll {
    Remove-Module TerminalPicture
}

Describe 'The picture <Name>' -ForEach $pictures {
    BeforeAll {
        $text = [IO.File]::ReadAllText($Path)
    }

    It 'is an SVG file with a title and with text' {
        $svg = ([xml] $text).svg
        $svg.NamespaceURI | Should -Be 'http://www.w3.org/2000/svg'
        $svg.title | Should -Not -BeNullOrEmpty
        $svg.g.text.Count | Should -BeGreaterThan 1
    }

    It 'is small, and contains a command as it is typed' {
        $text.Length | Should -BeLessThan 100KB
        ([xml] $text).svg.g.text[0].InnerText | Should -BeLike 'PS>*'
    }

    It 'contains no path, address, or user of a computer, and no key' {
        $text | Should -Not -Match '(?i)[a-z]:\\|~/|/(home|root|tmp|users|work|var|opt|mnt)\b|localhost|127\.0\.0\.1|exec_live_'
        $text | Should -Not -Match '@(?!larkfield\.example)' -Because 'a prompt would name user and machine so'
    }

    It 'is used in the README' {
        Get-Content -Raw (Join-Path $root 'README.md') | Should -BeLike "*](docs/pictures/$Name)*"
    }
}

Describe 'The picture report.png' {
    It 'is a small PNG file' {
        $bytes = [IO.File]::ReadAllBytes((Join-Path $root 'docs/pictures/report.png'))
        [Text.Encoding]::ASCII.GetString($bytes, 1, 3) | Should -Be 'PNG'
        $bytes.Length | Should -BeLessThan 200KB
    }
}

Describe 'The README''s link to <Link>' -ForEach $links {
    It 'refers to a picture, and has alternative text' {
        Join-Path $root $Link | Should -Exist
        $Alt.Length | Should -BeGreaterThan 20
    }
}

Describe 'The README' {
    It 'has pictures' -TestCases @{ Count = @($links).Count } {
        $Count | Should -BeGreaterOrEqual 4
    }
}

Describe 'ConvertFrom-Screen' {
    It 'splits a line where the style changes' {
        $runs = @(ConvertFrom-Screen "PS> $escape[93mGet-It$escape[39m now")
        $runs.Text | Should -Be 'PS> ', 'Get-It', ' now'
        $runs.Column | Should -Be 0, 4, 10
        $runs.Foreground | Should -Be $null, 11, $null
    }

    It 'reads the colors of <Sequence>' -ForEach @(
        @{ Sequence = '31'; Foreground = 1 }
        @{ Sequence = '97'; Foreground = 15 }
        @{ Sequence = '38;5;136'; Foreground = 136 }
        @{ Sequence = '38;2;1;128;255'; Foreground = '#0180ff' }
        @{ Sequence = '44'; Background = 4 }
        @{ Sequence = '100'; Background = 8 }
        @{ Sequence = '48;5;240'; Background = 240 }
        @{ Sequence = '48;2;255;0;16;32'; Background = '#ff0010'; Foreground = 2 }
        @{ Sequence = '31;0' }
        @{ Sequence = '31;44;39;49' }
        @{ Sequence = '99' }
    ) {
        $run = ConvertFrom-Screen "$escape[${Sequence}mx"
        $run.Foreground | Should -Be $Foreground
        $run.Background | Should -Be $Background
    }

    It 'reads <Look>, and its end' -ForEach @(
        @{ Look = 'Bold'; On = 1; Off = 22 }
        @{ Look = 'Italic'; On = 3; Off = 23 }
        @{ Look = 'Underline'; On = 4; Off = 24 }
        @{ Look = 'Inverse'; On = 7; Off = 27 }
    ) {
        $runs = ConvertFrom-Screen "a$escape[${On}mb$escape[${Off}mc$escape[${On}md$escape[me"
        $runs.$Look | Should -Be $false, $true, $false, $true, $false
    }

    It 'continues a style on the next line, as tmux writes it' {
        $runs = ConvertFrom-Screen "$escape[32mone", "two$escape[0m", 'three'
        $runs.Row | Should -Be 0, 1, 2
        $runs.Foreground | Should -Be 2, 2, $null
    }

    It 'rejects text that it can''t draw correctly: <What>' -ForEach @(
        @{ What = 'a wide character'; Line = "$([char]0x65E5)" }
        @{ What = 'a combining character'; Line = "e$([char]0x0301)" }
        @{ What = 'an emoji'; Line = [char]::ConvertFromUtf32(0x1F338) }
        @{ What = 'a sequence that moves the cursor'; Line = "$([char]27)[2K" }
    ) {
        { ConvertFrom-Screen $Line } | Should -Throw '*one cell wide*'
    }
}

Describe 'ConvertTo-Svg' {
    BeforeAll {
        $svg = ([xml] (ConvertTo-Svg -Line "a & b  <c>", "$escape[7;31m  bar$escape[0m", "$escape[38;5;136mGold $escape[38;5;245mSilver" -Columns 20 -Title 'A "title" & more')).svg
    }

    It 'keeps every character, and the alignment of columns' {
        $svg.title | Should -Be 'A "title" & more'
        $svg.g.text.InnerText | Should -Be 'a & b', '<c>', 'bar', 'Gold', 'Silver'
        $svg.g.text.x | Should -Be 16, 74.8, 32.8, 16, 58
        $svg.g.text.textLength | Should -Be 42, 25.2, 25.2, 33.6, 50.4
        $svg.g.text.y | Select-Object -Unique | Should -Be 30, 49, 68
    }

    It 'draws inverse text on a background in its color' {
        $svg.g.rect.fill | Should -Be '#ff7b72'
        $svg.g.rect.width | Should -Be 42
        $svg.g.text[2].fill | Should -Be $svg.rect.fill
    }

    It 'supports the 256 colors' {
        $svg.g.text[3, 4].fill | Should -Be '#af8700', '#8a8a8a'
    }
}
