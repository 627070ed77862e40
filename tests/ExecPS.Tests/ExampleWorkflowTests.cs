using YamlDotNet.RepresentationModel;

namespace ExecPS.Tests;

/// <summary>The example of a GitHub Actions workflow. ExampleScripts.Tests.ps1 runs its script.</summary>
public sealed class ExampleWorkflowTests
{
    private static readonly YamlNode s_workflow = Read();

    private static IList<YamlNode> Steps => ((YamlSequenceNode)s_workflow["jobs"]["export"]["steps"]).Children;

    [Fact]
    public void It_runs_on_a_schedule() => Assert.Matches(@"^(\S+ ){4}\S+$", (string?)s_workflow["on"]["schedule"][0]["cron"]);

    [Fact]
    public void It_has_no_permissions() => Assert.Empty(((YamlMappingNode)s_workflow["permissions"]).Children);

    [Fact]
    public void Each_step_runs_either_a_script_or_an_action()
    {
        Assert.Equal(3, Steps.Count);
        Assert.All(Steps, step => Assert.NotEqual(Has(step, "run"), Has(step, "uses")));
    }

    [Fact]
    public void Only_the_export_has_the_key_which_is_a_secret()
    {
        var export = Assert.Single(Steps, step => Has(step, "env"));
        Assert.Equal("${{ secrets.EXEC_API_KEY }}", (string?)export["env"]["EXEC_API_KEY"]);
        Assert.Contains("Get-ExecAssignment", (string?)export["run"], StringComparison.Ordinal);
    }

    [Fact]
    public void It_keeps_the_exported_file() => Assert.Equal("overdue.csv", (string?)Steps[2]["with"]["path"]);

    private static bool Has(YamlNode step, string key) => ((YamlMappingNode)step).Children.ContainsKey(key);

    private static YamlNode Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read("docs", "examples", "github-actions.yml")));
        return yaml.Documents[0].RootNode;
    }
}
