using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How files of several devices are told apart.</summary>
public enum FilesystemMultidevs
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>remap</c>.</summary>
    Remap,

    /// <summary><c>forbid</c>.</summary>
    Forbid,

    /// <summary><c>warn</c>.</summary>
    Warn,
}

/// <summary>The words of <see cref="FilesystemMultidevs"/>.</summary>
public static class FilesystemMultidevsNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemMultidevs> Table { get; } = new("default", "remap", "forbid", "warn");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemMultidevs value) => Table[value];
}
