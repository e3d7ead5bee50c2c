using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of memory balloons.</summary>
public enum MemballoonModel
{
    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>xen</c>.</summary>
    Xen,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>virtio-transitional</c>.</summary>
    VirtioTransitional,

    /// <summary><c>virtio-non-transitional</c>.</summary>
    VirtioNonTransitional,
}

/// <summary>The words of <see cref="MemballoonModel"/>.</summary>
public static class MemballoonModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MemballoonModel> Table { get; } = new(
        "virtio", "xen", "none", "virtio-transitional", "virtio-non-transitional");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MemballoonModel value) => Table[value];
}
