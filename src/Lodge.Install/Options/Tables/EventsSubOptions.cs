namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--events</c> takes.</summary>
internal static class EventsSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        new("on_poweroff", "on_poweroff"),
        new("on_reboot", "on_reboot"),
        new("on_crash", "on_crash"),
        new("on_lockfailure", "on_lockfailure"),
    ];
}
