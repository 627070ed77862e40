namespace ExecPS.Benchmarks.Report;

/// <summary>A target and the measured result.</summary>
/// <param name="Target">The description of the target.</param>
/// <param name="Measured">The measured result.</param>
/// <param name="Limit">The limit for the result.</param>
/// <param name="IsMet">Whether the target is met.</param>
internal sealed record Verdict(string Target, string Measured, string Limit, bool IsMet)
{
    public static Verdict AtMost(string target, double measured, double limit, Func<double, string> say) =>
        new(target, say(measured), $"at most {say(limit)}", measured <= limit);

    public static Verdict AtLeast(string target, double measured, double limit, Func<double, string> say) =>
        new(target, say(measured), $"at least {say(limit)}", measured >= limit);
}
