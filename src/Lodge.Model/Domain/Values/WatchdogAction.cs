using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What follows a watchdog's bite.</summary>
public enum WatchdogAction
{
    /// <summary><c>reset</c>.</summary>
    Reset,

    /// <summary><c>shutdown</c>.</summary>
    Shutdown,

    /// <summary><c>poweroff</c>.</summary>
    Poweroff,

    /// <summary><c>pause</c>.</summary>
    Pause,

    /// <summary><c>dump</c>.</summary>
    Dump,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>inject-nmi</c>.</summary>
    InjectNmi,
}

/// <summary>The words of <see cref="WatchdogAction"/>.</summary>
public static class WatchdogActionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<WatchdogAction> Table { get; } = new(
        "reset", "shutdown", "poweroff", "pause", "dump", "none", "inject-nmi");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this WatchdogAction value) => Table[value];
}
