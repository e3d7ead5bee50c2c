using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The timers of a guest.</summary>
public enum TimerName
{
    /// <summary><c>platform</c>.</summary>
    Platform,

    /// <summary><c>pit</c>.</summary>
    Pit,

    /// <summary><c>rtc</c>.</summary>
    Rtc,

    /// <summary><c>hpet</c>.</summary>
    Hpet,

    /// <summary><c>tsc</c>.</summary>
    Tsc,

    /// <summary><c>kvmclock</c>.</summary>
    Kvmclock,

    /// <summary><c>hypervclock</c>.</summary>
    Hypervclock,

    /// <summary><c>armvtimer</c>.</summary>
    Armvtimer,
}

/// <summary>The words of <see cref="TimerName"/>.</summary>
public static class TimerNameNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TimerName> Table { get; } = new(
        "platform", "pit", "rtc", "hpet", "tsc", "kvmclock", "hypervclock", "armvtimer");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TimerName value) => Table[value];
}
