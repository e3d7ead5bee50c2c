using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What carries a filesystem to the guest.</summary>
public enum FilesystemDriver
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>path</c>.</summary>
    Path,

    /// <summary><c>handle</c>.</summary>
    Handle,

    /// <summary><c>loop</c>.</summary>
    Loop,

    /// <summary><c>nbd</c>.</summary>
    Nbd,

    /// <summary><c>ploop</c>.</summary>
    Ploop,

    /// <summary><c>virtiofs</c>.</summary>
    Virtiofs,
}

/// <summary>The words of <see cref="FilesystemDriver"/>.</summary>
public static class FilesystemDriverNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemDriver> Table { get; } = new(
        "default", "path", "handle", "loop", "nbd", "ploop", "virtiofs");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemDriver value) => Table[value];
}
