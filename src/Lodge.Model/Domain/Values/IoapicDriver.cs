using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Who runs the I/O APIC.</summary>
public enum IoapicDriver
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>qemu</c>.</summary>
    Qemu,

    /// <summary><c>kvm</c>.</summary>
    Kvm,
}

/// <summary>The words of <see cref="IoapicDriver"/>.</summary>
public static class IoapicDriverNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<IoapicDriver> Table { get; } = new("none", "qemu", "kvm");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this IoapicDriver value) => Table[value];
}
