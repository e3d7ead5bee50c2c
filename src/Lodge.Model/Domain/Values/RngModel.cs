using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The virtio flavour of a random number generator.</summary>
public enum RngModel
{
    /// <summary><c>virtio</c>.</summary>
    Virtio,

    /// <summary><c>virtio-transitional</c>.</summary>
    VirtioTransitional,

    /// <summary><c>virtio-non-transitional</c>.</summary>
    VirtioNonTransitional,
}

/// <summary>The words of <see cref="RngModel"/>.</summary>
public static class RngModelNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<RngModel> Table { get; } = new("virtio", "virtio-transitional", "virtio-non-transitional");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this RngModel value) => Table[value];
}
