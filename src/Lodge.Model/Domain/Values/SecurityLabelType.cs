using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a security label is chosen.</summary>
public enum SecurityLabelType
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>dynamic</c>.</summary>
    Dynamic,

    /// <summary><c>static</c>.</summary>
    Static,
}

/// <summary>The words of <see cref="SecurityLabelType"/>.</summary>
public static class SecurityLabelTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SecurityLabelType> Table { get; } = new("default", "none", "dynamic", "static");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SecurityLabelType value) => Table[value];
}
