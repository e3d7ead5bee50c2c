using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a filesystem's content lies.</summary>
public enum FilesystemType
{
    /// <summary><c>mount</c>.</summary>
    Mount,

    /// <summary><c>block</c>.</summary>
    Block,

    /// <summary><c>file</c>.</summary>
    File,

    /// <summary><c>template</c>.</summary>
    Template,

    /// <summary><c>ram</c>.</summary>
    Ram,

    /// <summary><c>bind</c>.</summary>
    Bind,

    /// <summary><c>volume</c>.</summary>
    Volume,
}

/// <summary>The words of <see cref="FilesystemType"/>.</summary>
public static class FilesystemTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemType> Table { get; } = new(
        "mount", "block", "file", "template", "ram", "bind", "volume");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemType value) => Table[value];
}
