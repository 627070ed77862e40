namespace ExecPS.Client.Tests;

public class DurationsTests
{
    [Theory]
    [InlineData(0, "0 s")]
    [InlineData(0.25, "0.25 s")]
    [InlineData(0.004, "0 s")]
    [InlineData(1, "1 s")]
    [InlineData(1.2, "2 s")] // rounded up
    [InlineData(23, "23 s")]
    [InlineData(59.5, "1 min")]
    [InlineData(60, "1 min")]
    [InlineData(61, "1 min 1 s")]
    [InlineData(250, "4 min 10 s")]
    [InlineData(3599.5, "1 h 0 min")]
    [InlineData(12000, "3 h 20 min")]
    [InlineData(90000, "25 h 0 min")]
    public void A_duration_is_formatted_in_the_two_largest_units(double seconds, string text) =>
        Assert.Equal(text, Durations.Say(TimeSpan.FromSeconds(seconds)));

    [Theory]
    [InlineData(0, 0)]
    [InlineData(1.5, 1.5)]
    [InlineData(1e300, 365.0 * 24 * 60 * 60)]
    [InlineData(double.PositiveInfinity, 365.0 * 24 * 60 * 60)]
    public void Seconds_are_converted_to_a_duration_of_at_most_one_year(double seconds, double expected) =>
        Assert.Equal(TimeSpan.FromSeconds(expected), Durations.FromSeconds(seconds));

    [Theory]
    [InlineData(-1)]
    [InlineData(double.NaN)]
    [InlineData(double.NegativeInfinity)]
    public void A_number_that_is_not_a_valid_duration_is_converted_to_null(double seconds) =>
        Assert.Null(Durations.FromSeconds(seconds));
}
