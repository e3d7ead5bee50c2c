using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kind of a channel.</summary>
public enum ChannelTarget
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>guestfwd</c>.</summary>
    Guestfwd,

    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>xen</c>.</summary>
    Xen,
}

/// <summary>The words of <see cref="ChannelTarget"/>.</summary>
public static class ChannelTargetNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ChannelTarget> Table { get; } = new("none", "guestfwd", "virtio", "xen");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ChannelTarget value) => Table[value];
}
