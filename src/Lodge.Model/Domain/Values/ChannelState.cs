using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether the guest has a channel open.</summary>
public enum ChannelState
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>connected</c>.</summary>
    Connected,

    /// <summary><c>disconnected</c>.</summary>
    Disconnected,
}

/// <summary>The words of <see cref="ChannelState"/>.</summary>
public static class ChannelStateNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ChannelState> Table { get; } = new("default", "connected", "disconnected");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ChannelState value) => Table[value];
}
