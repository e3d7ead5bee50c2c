using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a container is given of the host.</summary>
public enum HostdevCapability
{
    /// <summary><c>storage</c>.</summary>
    Storage,

    /// <summary><c>misc</c>.</summary>
    Misc,

    /// <summary><c>net</c>.</summary>
    Net,
}

/// <summary>The words of <see cref="HostdevCapability"/>.</summary>
public static class HostdevCapabilityNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<HostdevCapability> Table { get; } = new("storage", "misc", "net");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this HostdevCapability value) => Table[value];
}
