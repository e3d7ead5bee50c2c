using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>When guest memory is taken.</summary>
public enum MemoryAllocation
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>immediate</c>.</summary>
    Immediate,

    /// <summary><c>ondemand</c>.</summary>
    Ondemand,
}

/// <summary>The words of <see cref="MemoryAllocation"/>.</summary>
public static class MemoryAllocationNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MemoryAllocation> Table { get; } = new("none", "immediate", "ondemand");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MemoryAllocation value) => Table[value];
}
