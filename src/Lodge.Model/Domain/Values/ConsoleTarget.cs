using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kind of a console.</summary>
public enum ConsoleTarget
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>serial</c>.</summary>
    Serial,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>uml</c>.</summary>
    Uml,

    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>lxc</c>.</summary>
    Lxc,

    /// <summary><c>openvz</c>.</summary>
    Openvz,

    /// <summary><c>sclp</c>.</summary>
    Sclp,

    /// <summary><c>sclplm</c>.</summary>
    Sclplm,
}

/// <summary>The words of <see cref="ConsoleTarget"/>.</summary>
public static class ConsoleTargetNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ConsoleTarget> Table { get; } = new(
        "none", "serial", "xen", "uml", "virtio", "lxc", "openvz", "sclp", "sclplm");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this ConsoleTarget value) => Table[value];
}
