using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a timer follows.</summary>
public enum TimerTrack
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>boot</c>.</summary>
    Boot,

    /// <summary><c>guest</c>.</summary>
    Guest,

    /// <summary><c>wall</c>.</summary>
    Wall,

    /// <summary><c>realtime</c>.</summary>
    Realtime,
}

/// <summary>The words of <see cref="TimerTrack"/>.</summary>
public static class TimerTrackNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TimerTrack> Table { get; } = new("none", "boot", "guest", "wall", "realtime");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TimerTrack value) => Table[value];
}
