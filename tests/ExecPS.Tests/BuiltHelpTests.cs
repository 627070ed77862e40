using System.Security.Cryptography;
using System.Text;
using System.Text.RegularExpressions;

namespace ExecPS.Tests;

/// <summary>The built help in the tree matches its sources. ExecPS.dll-Help.xml contains the SHA-256 of each page and each about topic.</summary>
public sealed partial class BuiltHelpTests
{
    [Fact]
    public void The_built_help_is_current()
    {
        var noted = Entry().Matches(Repository.Read("src", "ExecPS", "en-US", "ExecPS.dll-Help.xml"))
            .ToDictionary(match => match.Groups[2].Value, match => match.Groups[1].Value);
        var files = Directory.EnumerateFiles(Repository.PathTo("docs", "en-US"), "*.md")
            .Concat(Directory.EnumerateFiles(Repository.PathTo("src", "ExecPS", "en-US"), "about_*.help.txt"))
            .ToDictionary(file => Path.GetFileName(file), Hash);

        Assert.Equal(files.OrderBy(file => file.Key, StringComparer.Ordinal), noted.OrderBy(file => file.Key, StringComparer.Ordinal));
    }

    /// <summary>The hash of the file with LF line endings, regardless of how git checked it out.</summary>
    private static string Hash(string file) =>
        Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(File.ReadAllText(file).Replace("\r\n", "\n", StringComparison.Ordinal)))).ToLowerInvariant();

    [GeneratedRegex(@"(?m)^([0-9a-f]{64})  (\S+)\r?$")]
    private static partial Regex Entry();
}
