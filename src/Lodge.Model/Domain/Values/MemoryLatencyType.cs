using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a NUMA latency or bandwidth is of.</summary>
public enum MemoryLatencyType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>access</c>.</summary>
    Access,

    /// <summary><c>read</c>.</summary>
    Read,

    /// <summary><c>write</c>.</summary>
    Write,
}

/// <summary>The words of <see cref="MemoryLatencyType"/>.</summary>
public static class MemoryLatencyTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<MemoryLatencyType> Table { get; } = new("none", "access", "read", "write");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this MemoryLatencyType value) => Table[value];
}
