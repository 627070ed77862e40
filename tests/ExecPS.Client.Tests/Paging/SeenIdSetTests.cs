using ExecPS.Client.Paging;
using ExecPS.Client.Tests.Support;

namespace ExecPS.Client.Tests.Paging;

public class SeenIdSetTests
{
    private const int Many = 200_000;

    [Theory]
    [InlineData("r{0}")] // alike but for the end
    [InlineData("{0:x8}-0000-4000-8000-000000000000")] // alike but for the start
    public void Every_row_is_new_once_and_never_again(string format)
    {
        var rows = new SeenIdSet();
        var composite = System.Text.CompositeFormat.Parse(format);

        for (var number = 0; number < Many; number++)
            Assert.True(rows.Add(Id(number)));
        Assert.Equal(Many, rows.Count);

        for (var number = 0; number < Many; number++)
            Assert.False(rows.Add(Id(number)));
        Assert.Equal(Many, rows.Count);

        string Id(int number) => string.Format(System.Globalization.CultureInfo.InvariantCulture, composite, number);
    }

    [Fact]
    public void It_tells_rows_apart_as_a_set_of_strings_does()
    {
        var dice = new Dice(1);
        var rows = new SeenIdSet();
        var strings = new HashSet<string>(StringComparer.Ordinal);

        for (var turn = 0; turn < Many; turn++)
        {
            var id = $"{dice.Below(300)}/{dice.Below(300)}";
            Assert.Equal(strings.Add(id), rows.Add(id));
        }

        Assert.Equal(strings.Count, rows.Count);
    }

    [Theory]
    [InlineData("", "\0")]
    [InlineData("a", "A")]
    [InlineData("a", "a ")]
    [InlineData("ab", "ba")]
    [InlineData("é", "e\u0301")]
    public void Identifiers_that_differ_at_all_are_different_rows(string one, string other)
    {
        var rows = new SeenIdSet();

        Assert.True(rows.Add(one));
        Assert.True(rows.Add(other));
    }
}
