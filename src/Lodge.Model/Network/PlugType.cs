using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>What a port of a network is plugged into.</summary>
public enum PlugType
{
    /// <summary><c>none</c>: nothing.</summary>
    None,

    /// <summary><c>network</c>: the network's own bridge.</summary>
    Network,

    /// <summary><c>bridge</c>: a bridge of the host.</summary>
    Bridge,

    /// <summary><c>direct</c>: a link of the host.</summary>
    Direct,

    /// <summary><c>hostdev-pci</c>: a PCI device of the host.</summary>
    HostdevPci,
}

/// <summary>The words of <see cref="PlugType"/>.</summary>
public static class PlugTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PlugType> Table { get; } = new("none", "network", "bridge", "direct", "hostdev-pci");
}
