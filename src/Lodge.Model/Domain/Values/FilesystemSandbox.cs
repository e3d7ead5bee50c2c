using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How virtiofsd is confined.</summary>
public enum FilesystemSandbox
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>namespace</c>.</summary>
    Namespace,

    /// <summary><c>chroot</c>.</summary>
    Chroot,
}

/// <summary>The words of <see cref="FilesystemSandbox"/>.</summary>
public static class FilesystemSandboxNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemSandbox> Table { get; } = new("default", "namespace", "chroot");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemSandbox value) => Table[value];
}
