namespace ExecPS.Tests;

/// <summary>The module ships only its own assemblies on PowerShell 7, and all of its assemblies are deterministic.</summary>
public sealed class ShippedAssemblyTests
{
    private static readonly string[] s_own = ["ExecPS", "ExecPS.Client", "ExecPS.Sandbox"];

    [Fact]
    public void For_PowerShell_7_the_module_ships_only_its_own_assemblies() =>
        Assert.Equal(s_own, Directory.EnumerateFiles(Path.Combine(Repository.Module, "bin", "net8.0")).Select(Path.GetFileNameWithoutExtension).Order());

    [Theory]
    [InlineData("net8.0")]
    [InlineData("net472")]
    public void The_assemblies_of_the_module_are_deterministic(string framework) =>
        Assert.All(ShippedAssembly.For(framework).Where(assembly => s_own.Contains(assembly.Name)), assembly => Assert.True(assembly.IsDeterministic));
}
