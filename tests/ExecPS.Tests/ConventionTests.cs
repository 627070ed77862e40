using System.Management.Automation;
using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace ExecPS.Tests;

/// <summary>The conventions that every cmdlet of the module follows.</summary>
public sealed partial class ConventionTests
{
    private static readonly XNamespace s_maml = "http://schemas.microsoft.com/maml/2004/10";
    private static readonly XNamespace s_command = "http://schemas.microsoft.com/maml/dev/command/2004/10";

    [Fact]
    public void The_manifest_exports_exactly_the_existing_cmdlets()
    {
        var exported = Exports().Match(Repository.Read("ExecPS.psd1")).Groups[1].Value;
        var names = QuotedName().Matches(exported).Select(match => match.Groups[1].Value);

        Assert.Equal(CommandInfo.All.Select(command => command.Name), names.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void The_manifest_exports_without_wildcards()
    {
        var manifest = Repository.Read("ExecPS.psd1");

        Assert.DoesNotMatch(@"ToExport\s*=\s*@?\(?\s*'[^']*\*", manifest);
        Assert.Equal(4, Regex.Count(manifest, @"(Cmdlets|Functions|Variables|Aliases)ToExport\s*="));
    }

    [Theory]
    [MemberData(nameof(CommandInfo.Names), MemberType = typeof(CommandInfo))]
    public void A_cmdlet_has_an_approved_verb_and_the_prefix(string name)
    {
        var command = CommandInfo.Named(name);
        var approved = new[] { typeof(VerbsCommon), typeof(VerbsCommunications), typeof(VerbsData), typeof(VerbsDiagnostic), typeof(VerbsLifecycle), typeof(VerbsOther), typeof(VerbsSecurity) }
            .SelectMany(verbs => verbs.GetFields())
            .Select(field => (string)field.GetRawConstantValue()!);

        Assert.Contains(command.Verb, approved);
        Assert.StartsWith("Exec", command.Noun, StringComparison.Ordinal);
        Assert.Equal(name.Replace("-", "", StringComparison.Ordinal) + "Command", command.Type.Name);
    }

    [Theory]
    [MemberData(nameof(CommandInfo.Names), MemberType = typeof(CommandInfo))]
    public void A_cmdlet_declares_its_output_types(string name) => Assert.NotEmpty(CommandInfo.Named(name).OutputTypes);

    [Theory]
    [MemberData(nameof(CommandInfo.Names), MemberType = typeof(CommandInfo))]
    public void The_output_of_a_cmdlet_has_a_table_and_a_list_view(string name)
    {
        var views = XDocument.Parse(Repository.Read("src", "ExecPS", "ExecPS.Format.ps1xml")).Descendants("View").ToList();

        // PowerShell formats other types: its own, whose properties are those of the response, and files.
        foreach (var type in CommandInfo.Named(name).OutputTypes.Where(type => type.FullName!.StartsWith("ExecPS.", StringComparison.Ordinal)))
        {
            var ofType = views.Where(view => view.Descendants("TypeName").Any(entry => entry.Value == type.FullName)).ToList();
            Assert.Contains(ofType, view => view.Element("TableControl") is not null);
            Assert.Contains(ofType, view => view.Element("ListControl") is not null);
        }
    }

    [Theory]
    [MemberData(nameof(CommandInfo.Names), MemberType = typeof(CommandInfo))]
    public void A_cmdlet_has_a_help_page_with_two_examples_and_every_parameter(string name)
    {
        var page = Repository.Read("docs", "en-US", name + ".md");

        Assert.True(Regex.Count(page, @"(?m)^### Example \d+") >= 2, $"{name} has fewer than two examples.");
        Assert.DoesNotContain("{{", page, StringComparison.Ordinal);
        foreach (var parameter in CommandInfo.Named(name).Parameters)
            Assert.Contains($"### -{parameter.Name}\n", page, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(CommandInfo.Names), MemberType = typeof(CommandInfo))]
    public void A_cmdlet_is_in_the_built_help(string name)
    {
        var help = XDocument.Parse(Repository.Read("src", "ExecPS", "en-US", "ExecPS.dll-Help.xml"));
        var command = help.Descendants(s_command + "command")
            .SingleOrDefault(entry => entry.Element(s_command + "details")?.Element(s_command + "name")?.Value == name);

        Assert.NotNull(command);
        Assert.NotEmpty(command.Descendants(s_command + "example"));
        Assert.NotEmpty(command.Descendants(s_maml + "para"));
    }

    [Theory]
    [MemberData(nameof(CommandInfo.Names), MemberType = typeof(CommandInfo))]
    public void A_command_file_is_short(string name)
    {
        var file = Directory.EnumerateFiles(Repository.PathTo("src", "ExecPS", "Commands"), CommandInfo.Named(name).Type.Name + ".cs", SearchOption.AllDirectories).Single();
        var lines = File.ReadLines(file).Count();

        // Connect-ExecWorkspace has fifteen parameters and four sources of a key, Get-ExecSession eighteen filters; New-ExecAssignment has ten parameters that it validates together and returns with errors.
        Assert.InRange(lines, 1, name switch { "Connect-ExecWorkspace" => 260, "Get-ExecSession" => 175, "New-ExecAssignment" => 190, "Invoke-ExecRequest" => 140, _ => 115 });
    }

    [Fact]
    public void The_edition_for_PowerShell_7_ships_only_its_own_assemblies()
    {
        var shipped = Directory.EnumerateFiles(Path.Combine(Repository.Module, "bin", "net8.0")).Select(Path.GetFileName);

        Assert.Equal(["ExecPS.Client.dll", "ExecPS.Sandbox.dll", "ExecPS.dll"], shipped.Order(StringComparer.Ordinal));
    }

    [GeneratedRegex(@"CmdletsToExport\s*=\s*@\(([^)]*)\)")]
    private static partial Regex Exports();

    [GeneratedRegex("'([^']+)'")]
    private static partial Regex QuotedName();
}
