using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The version of the interrupt controller (ARM).</summary>
public enum GicVersion
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>host</c>.</summary>
    Host,

    /// <summary><c>2</c>.</summary>
    V2,

    /// <summary><c>3</c>.</summary>
    V3,
}

/// <summary>The words of <see cref="GicVersion"/>.</summary>
public static class GicVersionNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<GicVersion> Table { get; } = new("none", "host", "2", "3");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this GicVersion value) => Table[value];
}
