using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Which back-end moves an interface's packets.</summary>
public enum InterfaceDriver
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>qemu</c>.</summary>
    Qemu,

    /// <summary><c>vhost</c>.</summary>
    Vhost,
}

/// <summary>The words of <see cref="InterfaceDriver"/>.</summary>
public static class InterfaceDriverNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<InterfaceDriver> Table { get; } = new("default", "qemu", "vhost");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this InterfaceDriver value) => Table[value];
}
