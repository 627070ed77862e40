using YamlDotNet.RepresentationModel;

namespace ExecPS.Tests;

/// <summary>The example of a GitHub Actions workflow that exports many workspaces. ExampleScripts.Tests.ps1 runs its script.</summary>
public sealed class ExampleWorkspacesWorkflowTests
{
    private static readonly YamlNode s_workflow = Read();

    private static YamlNode Job => s_workflow["jobs"]["export"];

    private static IList<YamlNode> Steps => ((YamlSequenceNode)Job["steps"]).Children;

    [Fact]
    public void It_runs_on_a_schedule() => Assert.Matches(@"^(\S+ ){4}\S+$", (string?)s_workflow["on"]["schedule"][0]["cron"]);

    [Fact]
    public void It_has_no_permissions() => Assert.Empty(((YamlMappingNode)s_workflow["permissions"]).Children);

    [Fact]
    public void It_has_one_job_for_each_workspace_and_continues_after_a_failure()
    {
        Assert.NotEmpty(((YamlSequenceNode)Job["strategy"]["matrix"]["workspace"]).Children);
        Assert.Equal("false", (string?)Job["strategy"]["fail-fast"]);
        Assert.Equal("${{ matrix.workspace }}", (string?)Job["environment"]);
        Assert.Equal("exec-${{ matrix.workspace }}", (string?)Job["concurrency"]);
    }

    [Fact]
    public void Each_step_runs_either_a_script_or_an_action_by_its_commit()
    {
        Assert.All(Steps, step => Assert.NotEqual(Has(step, "run"), Has(step, "uses")));
        Assert.All(Steps.Where(step => Has(step, "uses")), step => Assert.Matches("^[a-z/-]+@[0-9a-f]{40}$", (string?)step["uses"]));
    }

    [Fact]
    public void Only_the_export_has_the_key_which_is_a_secret()
    {
        var export = Assert.Single(Steps, step => Has(step, "env"));
        Assert.Equal("${{ secrets.EXEC_API_KEY }}", (string?)export["env"]["EXEC_API_KEY"]);
        Assert.Contains("Export-ExecWorkspace -Path exec", (string?)export["run"], StringComparison.Ordinal);
    }

    [Fact]
    public void It_keeps_the_folder_for_the_next_run_even_after_a_failure()
    {
        var save = Steps.Single(step => Has(step, "if"));
        Assert.Equal("always()", (string?)save["if"]);
        Assert.Equal("exec", (string?)save["with"]["path"]);
        Assert.StartsWith((string?)Steps[1]["with"]["restore-keys"], (string?)save["with"]["key"], StringComparison.Ordinal);
    }

    private static bool Has(YamlNode step, string key) => ((YamlMappingNode)step).Children.ContainsKey(key);

    private static YamlNode Read()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.Read("docs", "examples", "github-actions-workspaces.yml")));
        return yaml.Documents[0].RootNode;
    }
}
