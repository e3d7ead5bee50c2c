using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Whether the native VLAN is tagged.</summary>
public enum NativeVlanMode
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>tagged</c>.</summary>
    Tagged,

    /// <summary><c>untagged</c>.</summary>
    Untagged,
}

/// <summary>The words of <see cref="NativeVlanMode"/>.</summary>
public static class NativeVlanModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<NativeVlanMode> Table { get; } = new("default", "tagged", "untagged");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this NativeVlanMode value) => Table[value];
}
