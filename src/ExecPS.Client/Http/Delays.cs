namespace ExecPS.Client.Http;

internal static class Delays
{
    /// <summary>Waits by the given clock; a cancelled wait ends at once, one that is over already doesn't begin.</summary>
    public static Task WaitAsync(TimeSpan delay, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (delay <= TimeSpan.Zero)
            return Task.CompletedTask;
#if NET
        return Task.Delay(delay, clock, cancellationToken);
#else
        return clock.Delay(delay, cancellationToken);
#endif
    }
}
