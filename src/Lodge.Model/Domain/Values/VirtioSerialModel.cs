using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of virtio-serial controllers.</summary>
public enum VirtioSerialModel
{
    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>virtio-transitional</c>.</summary>
    VirtioTransitional,

    /// <summary><c>virtio-non-transitional</c>.</summary>
    VirtioNonTransitional,
}

/// <summary>The words of <see cref="VirtioSerialModel"/>.</summary>
public static class VirtioSerialModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<VirtioSerialModel> Table { get; } = new(
        "virtio", "virtio-transitional", "virtio-non-transitional");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this VirtioSerialModel value) => Table[value];
}
