using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The kinds of character devices.</summary>
public enum CharacterDeviceType
{
    /// <summary><c>parallel</c>.</summary>
    Parallel,

    /// <summary><c>serial</c>.</summary>
    Serial,

    /// <summary><c>console</c>.</summary>
    Console,

    /// <summary><c>channel</c>.</summary>
    Channel,
}

/// <summary>The words of <see cref="CharacterDeviceType"/>.</summary>
public static class CharacterDeviceTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CharacterDeviceType> Table { get; } = new("parallel", "serial", "console", "channel");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CharacterDeviceType value) => Table[value];
}
