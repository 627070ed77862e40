using System.Text;
using ExecPS.Client.Text;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Text;

public class SecretRedactorTests
{
    private readonly SecretRedactor _text = new(TestKey.Value);

    [Theory]
    [InlineData("Invalid page", "Invalid page")]
    [InlineData("Ungültig: Seite 「3」", "Ungültig: Seite 「3」")]
    [InlineData("👩‍🚀", "👩‍🚀")] // joined by U+200D
    [InlineData("", "")]
    public void Plain_text_is_not_changed(string text, string clean) => Assert.Equal(clean, _text.Clean(text));

    [Theory]
    [InlineData("\u001b]0;title\u0007", "]0;title")]
    [InlineData("a\u001b[2Jb", "a [2Jb")]
    [InlineData("a\u009b2Jb", "a 2Jb")] // a C1 control, equivalent to ESC [
    [InlineData("one\r\ntwo", "one two")]
    [InlineData("one\u2028two", "one two")]
    [InlineData("a\u202eb", "ab")] // right-to-left override
    [InlineData("a\u2066b\u2069", "ab")]
    [InlineData("a\ufeffb", "ab")]
    [InlineData("a\0b", "a b")]
    [InlineData("  a \t  b  ", "a b")]
    [InlineData("a\u00a0b", "a b")]
    [InlineData("\u001b\u001b\u001b", "")]
    public void Control_sequences_are_removed(string text, string clean) => Assert.Equal(clean, _text.Clean(text));

    [Fact]
    public void No_control_character_remains()
    {
        for (var code = 0; code <= char.MaxValue; code++)
        {
            if (char.IsControl((char)code))
                Assert.DoesNotContain((char)code, _text.Clean($"a{(char)code}b"));
        }
    }

    [Fact]
    public void The_key_is_redacted() =>
        Assert.Equal("Invalid key [key]!", _text.Clean($"Invalid key {TestKey.Value}!"));

    [Fact]
    public void Each_occurrence_of_the_key_is_redacted() =>
        Assert.Equal("[key] and [key]", _text.Clean($"{TestKey.Value} and {TestKey.Value}"));

    [Fact]
    public void Any_part_of_the_key_with_eight_characters_or_more_is_redacted()
    {
        for (var length = 8; length <= TestKey.Value.Length; length++)
        {
            for (var start = 0; start + length <= TestKey.Value.Length; start++)
                Assert.Equal("<[key]>", _text.Clean($"<{TestKey.Value.Substring(start, length)}>"));
        }
    }

    public static TheoryData<string, Func<string, string>> Forms => new()
    {
        { "upper case", text => text.ToUpperInvariant() },
        { "lower case", text => text.ToLowerInvariant() },
        { "hexadecimal", text => Convert.ToHexString(Encoding.ASCII.GetBytes(text)) },
        { "hexadecimal in lower case", text => Convert.ToHexString(Encoding.ASCII.GetBytes(text)).ToLowerInvariant() },
        { "hexadecimal with hyphens", text => BitConverter.ToString(Encoding.ASCII.GetBytes(text)) },
        { "hexadecimal with 0x and commas", text => string.Join(", ", Encoding.ASCII.GetBytes(text).Select(code => $"0x{code:x2}")) },
        { "percent-encoded", text => string.Concat(text.Select(character => $"%{(int)character:x2}")) },
        { "partly percent-encoded", text => string.Concat(text.Select((character, at) => at % 3 == 0 ? $"%{(int)character:X2}" : $"{character}")) },
        { "JSON escapes", text => string.Concat(text.Select(character => $"\\u{(int)character:x4}")) },
        { "HTML entities", text => string.Concat(text.Select(character => $"&#x{(int)character:x2};")) },
    };

    [Theory]
    [MemberData(nameof(Forms))]
    public void The_key_is_removed_in_other_forms(string form, Func<string, string> write)
    {
        Assert.NotEmpty(form);
        Assert.Equal("<[key]>", _text.Clean($"<{write(TestKey.Value)}>"));
        Assert.Equal("<[key]>", _text.Clean($"<{write(TestKey.Value[1..])}>"));
        Assert.Equal("<[key]>", _text.Clean($"<{write(TestKey.Value[20..28])}>"));
    }

    [Theory]
    [MemberData(nameof(Forms))]
    public void An_exception_with_the_key_in_another_form_is_not_kept(string form, Func<string, string> write)
    {
        Assert.NotEmpty(form);
        Assert.Null(_text.OnlyIfClean(new IOException(write(TestKey.Value))));
        Assert.NotNull(_text.OnlyIfClean(new IOException(write("another text that has nothing to hide"))));
    }

    [Theory]
    [InlineData("The proxy 'http://user:s3cret@proxy:8080/' failed", "The proxy 'http://proxy:8080/' failed")]
    [InlineData("http://user@proxy", "http://proxy")]
    [InlineData("http://user:s3cret@proxy and https://other:s3cret@proxy/a@b", "http://proxy and https://proxy/a@b")]
    [InlineData("//user:s3cret@proxy/", "//proxy/")]
    [InlineData(@"http:\\user:s3cret@proxy", @"http:\\proxy")]
    [InlineData("http://user:s3@cret@proxy/", "http://proxy/")]
    [InlineData("http://user:s3/cr?et#@proxy:8080/", "http://proxy:8080/")]
    [InlineData("http://us\u200ber:s3cret@proxy/", "http://proxy/")]
    [InlineData("socks5://user:s3cret@[::1]:1080", "socks5://[::1]:1080")]
    [InlineData("https://a.example/?to=https%3A%2F%2Fuser%3As3cret%40b.example%2F", "https://a.example/?to=https%3A%2F%2Fb.example%2F")]
    public void The_user_information_of_a_URI_is_removed(string text, string clean) => Assert.Equal(clean, _text.Clean(text));

    [Theory]
    [InlineData("https://example.com/@jane")]
    [InlineData("https://example.com:8443/a@b")]
    [InlineData("http://[::1]:8080/a@b")]
    [InlineData("https://example.com?user=jane@acme.com")]
    [InlineData("jane@acme.com isn't a member")]
    [InlineData("https://example.com, or jane@acme.com")]
    public void An_at_sign_elsewhere_stays(string text) => Assert.Equal(text, _text.Clean(text));

    [Fact]
    public void An_exception_with_user_information_is_not_kept()
    {
        var secret = new IOException("http://user:s3cret@proxy/");

        Assert.Null(_text.OnlyIfClean(new IOException("x", secret)));
        Assert.Null(_text.OnlyIfClean(new AggregateException(new IOException("x"), new IOException("y", secret))));
    }

    [Fact]
    public void A_key_with_invisible_characters_in_it_is_redacted() =>
        Assert.Equal("[key]", _text.Clean(string.Join('\u200b', TestKey.Value.ToCharArray())));

    [Fact]
    public void A_key_next_to_a_part_of_itself_is_redacted() =>
        TestKey.RequireAbsentIn(_text.Clean(TestKey.Value[..20] + TestKey.Value + TestKey.Value[5..]));

    [Fact]
    public void A_part_shorter_than_eight_characters_is_kept() =>
        Assert.Equal($"ends in {TestKey.Value[^7..]}", _text.Clean($"ends in {TestKey.Value[^7..]}"));

    [Fact]
    public void A_key_that_is_too_short_redacts_nothing() =>
        Assert.Equal("an abc of errors", new SecretRedactor("abc").Clean("an abc of errors"));

    [Fact]
    public void A_long_text_is_truncated()
    {
        var clean = _text.Clean(new string('x', 1_000_000));

        Assert.Equal(new string('x', 499) + "…", clean);
    }

    [Fact]
    public void A_key_across_the_end_of_the_truncated_text_is_redacted()
    {
        for (var before = 440; before <= 510; before++)
            TestKey.RequireAbsentIn(_text.Clean(new string('-', before) + TestKey.Value + new string('-', 600)));
    }

    [Fact]
    public void A_key_across_the_end_of_the_examined_text_is_redacted()
    {
        // Consecutive spaces become one, so that distant text is within the shown length.
        for (var before = 4030; before <= 4100; before++)
            TestKey.RequireAbsentIn(_text.Clean(new string(' ', before) + TestKey.Value));
    }
}
