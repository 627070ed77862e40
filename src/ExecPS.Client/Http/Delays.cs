namespace ExecPS.Client.Http;

internal static class Delays
{
    /// <summary>Waits for a time span, measured by a clock. Returns immediately if the time span isn't positive.</summary>
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
