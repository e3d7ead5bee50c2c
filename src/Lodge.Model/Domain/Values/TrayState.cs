using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether a drive's tray is open.</summary>
public enum TrayState
{
    /// <summary><c>closed</c>.</summary>
    Closed,

    /// <summary><c>open</c>.</summary>
    Open,
}

/// <summary>The words of <see cref="TrayState"/>.</summary>
public static class TrayStateNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<TrayState> Table { get; } = new("closed", "open");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this TrayState value) => Table[value];
}
