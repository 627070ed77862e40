using System.Globalization;
using System.Management.Automation;
using ExecPS.Client;

namespace ExecPS.Cmdlets;

/// <summary>The progress bar of a command: from one second on, at most five times a second.</summary>
internal sealed class ProgressDisplay(Cmdlet cmdlet, TimeProvider clock)
{
    public static readonly TimeSpan ShortestInterval = TimeSpan.FromMilliseconds(200);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(1);
    private static int s_lastActivity;

    private readonly int _activity = Interlocked.Increment(ref s_lastActivity);
    private readonly long _started = clock.GetTimestamp();
    private string _title = "Exec";
    private string _things = "";
    private long _shown;
    private bool _isShown;
    private long? _wanted;
    private string _waitReason = "";
    private DateTimeOffset _waitUntil;

    /// <summary>How many objects were written so far.</summary>
    public long Given { get; private set; }

    /// <summary>Names what is under way.</summary>
    public void Begin(string title, string things) => (_title, _things) = (title, things);

    /// <summary>Says how far the command is; <paramref name="wanted"/> is null while the end isn't known.</summary>
    public void Advance(long given, long? wanted)
    {
        (Given, _wanted) = (given, wanted);
        Refresh();
    }

    /// <summary>Says that requests wait, and until when.</summary>
    public void Wait(string reason, DateTimeOffset until)
    {
        if (until > _waitUntil)
            (_waitReason, _waitUntil) = (reason, until);
    }

    /// <summary>Shows where things stand, if it is time to.</summary>
    public void Refresh()
    {
        var now = clock.GetTimestamp();
        if (clock.GetElapsedTime(_started, now) < Patience || (_isShown && clock.GetElapsedTime(_shown, now) < ShortestInterval))
            return;

        (_isShown, _shown) = (true, now);
        cmdlet.WriteProgress(Record());
    }

    /// <summary>Takes the bar away, if there is one.</summary>
    public void Complete()
    {
        if (!_isShown)
            return;

        _isShown = false;
        cmdlet.WriteProgress(new ProgressRecord(_activity, _title, "Done") { RecordType = ProgressRecordType.Completed });
    }

    private ProgressRecord Record()
    {
        var record = new ProgressRecord(_activity, _title, Status());
        if (_wanted is { } wanted && wanted > 0)
        {
            var share = Math.Min(1.0, (double)Given / wanted);
            record.PercentComplete = (int)(share * 100);
            if (share > 0)
                record.SecondsRemaining = (int)Math.Max(clock.GetElapsedTime(_started).TotalSeconds * (1 - share) / share, (_waitUntil - clock.GetUtcNow()).TotalSeconds);
        }

        return record;
    }

    private string Status()
    {
        var left = _waitUntil - clock.GetUtcNow();
        var wait = left > TimeSpan.Zero ? $"{_waitReason}, {Durations.Say(TimeSpan.FromSeconds(Math.Ceiling(left.TotalSeconds)))}" : null;
        var far = (_things.Length, _wanted) switch
        {
            (0, _) => null,
            (_, { } wanted) => string.Format(CultureInfo.CurrentCulture, "{0:N0} of {1:N0} {2}", Given, wanted, _things),
            _ => string.Format(CultureInfo.CurrentCulture, "{0:N0} {1}", Given, _things),
        };
        return (far, wait) switch
        {
            ({ }, { }) => $"{far} - {wait}",
            _ => far ?? wait ?? "Waiting for the answer",
        };
    }
}
