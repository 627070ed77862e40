namespace ExecPS.Benchmarks.Report;

/// <summary>A target, and what was measured.</summary>
/// <param name="Target">What is asked for.</param>
/// <param name="Measured">The figure.</param>
/// <param name="Limit">What the figure may be.</param>
/// <param name="IsMet">Whether it is.</param>
internal sealed record Verdict(string Target, string Measured, string Limit, bool IsMet)
{
    public static Verdict AtMost(string target, double measured, double limit, Func<double, string> say) =>
        new(target, say(measured), $"at most {say(limit)}", measured <= limit);

    public static Verdict AtLeast(string target, double measured, double limit, Func<double, string> say) =>
        new(target, say(measured), $"at least {say(limit)}", measured >= limit);
}
