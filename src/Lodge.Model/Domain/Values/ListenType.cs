using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a display listens.</summary>
public enum ListenType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>address</c>.</summary>
    Address,

    /// <summary><c>network</c>.</summary>
    Network,

    /// <summary><c>socket</c>.</summary>
    Socket,
}

/// <summary>The words of <see cref="ListenType"/>.</summary>
public static class ListenTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ListenType> Table { get; } = new("none", "address", "network", "socket");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ListenType value) => Table[value];
}
