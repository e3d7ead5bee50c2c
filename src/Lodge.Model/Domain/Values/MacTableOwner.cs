using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Who keeps a bridge's address table.</summary>
public enum MacTableOwner
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>kernel</c>.</summary>
    Kernel,

    /// <summary><c>libvirt</c>.</summary>
    Libvirt,
}

/// <summary>The words of <see cref="MacTableOwner"/>.</summary>
public static class MacTableOwnerNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MacTableOwner> Table { get; } = new("default", "kernel", "libvirt");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MacTableOwner value) => Table[value];
}
