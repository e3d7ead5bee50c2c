using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The virtio flavour of a disk.</summary>
public enum DiskModel
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>virtio-transitional</c>.</summary>
    VirtioTransitional,

    /// <summary><c>virtio-non-transitional</c>.</summary>
    VirtioNonTransitional,
}

/// <summary>The words of <see cref="DiskModel"/>.</summary>
public static class DiskModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<DiskModel> Table { get; } = new(
        "default", "virtio", "virtio-transitional", "virtio-non-transitional");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this DiskModel value) => Table[value];
}
