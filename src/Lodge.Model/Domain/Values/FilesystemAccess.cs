using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How a filesystem maps owners and modes.</summary>
public enum FilesystemAccess
{
    /// <summary>Nothing chosen.</summary>
    None,

    /// <summary><c>passthrough</c>.</summary>
    Passthrough,

    /// <summary><c>mapped</c>.</summary>
    Mapped,

    /// <summary><c>squash</c>.</summary>
    Squash,
}

/// <summary>The words of <see cref="FilesystemAccess"/>.</summary>
public static class FilesystemAccessNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemAccess> Table { get; } = new("", "passthrough", "mapped", "squash");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemAccess value) => Table[value];
}
