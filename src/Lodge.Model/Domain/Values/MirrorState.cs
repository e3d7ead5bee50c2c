using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How far a mirror is.</summary>
public enum MirrorState
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>yes</c>.</summary>
    Yes,

    /// <summary><c>abort</c>.</summary>
    Abort,

    /// <summary><c>pivot</c>.</summary>
    Pivot,
}

/// <summary>The words of <see cref="MirrorState"/>.</summary>
public static class MirrorStateNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MirrorState> Table { get; } = new("none", "yes", "abort", "pivot");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MirrorState value) => Table[value];
}
