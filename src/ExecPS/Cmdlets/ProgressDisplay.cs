using System.Globalization;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>The progress bar of a command. It appears after one second and changes at most five times per second.</summary>
internal sealed class ProgressDisplay(Cmdlet cmdlet, TimeProvider clock)
{
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Delay = TimeSpan.FromSeconds(1);
    private static int s_lastActivity;

    private readonly int _activity = Interlocked.Increment(ref s_lastActivity);
    private readonly long _started = clock.GetTimestamp();
    private string _title = "Exec";
    private string _noun = "";
    private bool _showsElapsed;
    private long _shown;
    private bool _isShown;
    private long? _total;
    private DateTimeOffset _limitedUntil;
    private string _waitReason = "";
    private DateTimeOffset _waitUntil;
    private TimeSpan _waits;

    /// <summary>Gets the number of objects written so far.</summary>
    public long Written { get; private set; }

    /// <summary>Sets what is shown.</summary>
    /// <param name="title">The title.</param>
    /// <param name="noun">The noun for what is counted. Empty if nothing is counted.</param>
    /// <param name="showsElapsed">Whether to show the elapsed time.</param>
    public void Begin(string title, string noun, bool showsElapsed = false) => (_title, _noun, _showsElapsed) = (title, noun, showsElapsed);

    /// <summary>Sets how far the command is.</summary>
    /// <param name="written">The number of objects written.</param>
    /// <param name="total">The number of objects to write, or null if it isn't known.</param>
    /// <param name="limitedFor">How long the remaining requests take at least, because of the rate limit.</param>
    public void Advance(long written, long? total, TimeSpan limitedFor = default)
    {
        (Written, _total, _limitedUntil) = (written, total, clock.GetUtcNow() + limitedFor);
        Refresh();
    }

    /// <summary>Sets why requests wait, and until when.</summary>
    public void Wait(string reason, DateTimeOffset until)
    {
        if (until <= _waitUntil)
            return;

        var now = clock.GetUtcNow();
        _waits += until - (_waitUntil > now ? _waitUntil : now);
        (_waitReason, _waitUntil) = (reason, until);
    }

    /// <summary>Shows the current state, if the last time was long enough ago.</summary>
    public void Refresh()
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_started, now) < Delay || (_isShown && clock.GetElapsedTime(_shown, now) < ShortestInterval))
            return;

        (_isShown, _shown) = (true, now);
        cmdlet.WriteProgress(Record());
    }

    /// <summary>Removes the progress bar, if it is shown.</summary>
    public void Complete()
    {
        if (!_isShown)
            return;

        _isShown = false;
        cmdlet.WriteProgress(new ProgressRecord(_activity, _title, "Completed") { RecordType = ProgressRecordType.Completed });
    }

    private ProgressRecord Record()
    {
        var wait = NotNegative(_waitUntil - clock.GetUtcNow());
        var record = new ProgressRecord(_activity, _title, Status(wait));
        if (_total is > 0 and { } total)
        {
            var share = Math.Min(1.0, (double)Written / total);
            record.PercentComplete = (int)(share * 100);
            if (share > 0)
                record.SecondsRemaining = (int)Remaining(share, wait).TotalSeconds;
        }

        return record;
    }

    /// <summary>The time that the limit imposes on the remaining requests, or, if there are few, the time they take at the speed so far.</summary>
    private TimeSpan Remaining(double share, TimeSpan wait)
    {
        var limited = NotNegative(_limitedUntil - clock.GetUtcNow());
        if (limited > TimeSpan.Zero)
            return limited > wait ? limited : wait;

        var working = NotNegative(clock.GetElapsedTime(_started) - (_waits - wait));
        return wait + TimeSpan.FromSeconds(working.TotalSeconds * (1 - share) / share);
    }

    private string Status(TimeSpan wait)
    {
        var waiting = wait > TimeSpan.Zero ? $"{_waitReason}, {Durations.Say(TimeSpan.FromSeconds(Math.Ceiling(wait.TotalSeconds)))}" : null;
        var count = (_noun.Length, _total) switch
        {
            (0, _) => null,
            (_, { } total) => string.Format(CultureInfo.CurrentCulture, "{0:N0} of {1:N0} {2}", Written, total, _noun),
            _ => string.Format(CultureInfo.CurrentCulture, "{0:N0} {1}", Written, _noun),
        };
        var elapsed = _showsElapsed ? $"{clock.GetElapsedTime(_started):h\\:mm\\:ss} elapsed" : null;
        string[] parts = [.. new[] { count, elapsed, waiting }.OfType<string>()];
        return parts.Length == 0 ? "Waiting for the response" : string.Join(" - ", parts);
    }

    private static TimeSpan NotNegative(TimeSpan time) => time > TimeSpan.Zero ? time : TimeSpan.Zero;
}
