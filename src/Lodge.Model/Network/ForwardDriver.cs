using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>What drives a PCI device that a network gives away.</summary>
public enum ForwardDriver
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>kvm</c>.</summary>
    Kvm,

    /// <summary><c>vfio</c>.</summary>
    Vfio,
}

/// <summary>The words of <see cref="ForwardDriver"/>.</summary>
public static class ForwardDriverNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<ForwardDriver> Table { get; } = new("default", "kvm", "vfio");
}
