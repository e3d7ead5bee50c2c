using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where the width of physical addresses comes from.</summary>
public enum PhysicalAddressMode
{
    /// <summary><c>emulate</c>.</summary>
    Emulate,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,
}

/// <summary>The words of <see cref="PhysicalAddressMode"/>.</summary>
public static class PhysicalAddressModeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<PhysicalAddressMode> Table { get; } = new("emulate", "passthrough");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this PhysicalAddressMode value) => Table[value];
}
