using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What becomes of connected clients when the password changes.</summary>
public enum ConnectedAction
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>fail</c>.</summary>
    Fail,

    /// <summary><c>disconnect</c>.</summary>
    Disconnect,

    /// <summary><c>keep</c>.</summary>
    Keep,
}

/// <summary>The words of <see cref="ConnectedAction"/>.</summary>
public static class ConnectedActionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ConnectedAction> Table { get; } = new("default", "fail", "disconnect", "keep");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ConnectedAction value) => Table[value];
}
