using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Who moves the pointer.</summary>
public enum MouseMode
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>server</c>.</summary>
    Server,

    /// <summary><c>client</c>.</summary>
    Client,
}

/// <summary>The words of <see cref="MouseMode"/>.</summary>
public static class MouseModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MouseMode> Table { get; } = new("default", "server", "client");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MouseMode value) => Table[value];
}
