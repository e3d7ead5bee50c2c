namespace Lodge.Cli.Virsh.Events;

/// <summary>The time that <c>--timestamp</c> puts before an event.</summary>
internal static class EventTime
{
    /// <summary>Now, as for example <c>2026-11-23 12:00:00.123+0000</c>.</summary>
    internal static string Now() =>
        DateTime.UtcNow.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture) + "+0000";
}
