using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the host has at its end of a character device.</summary>
public enum CharacterSourceType
{
    /// <summary><c>null</c>.</summary>
    Null,

    /// <summary><c>vc</c>.</summary>
    Vc,

    /// <summary><c>pty</c>.</summary>
    Pty,

    /// <summary><c>dev</c>.</summary>
    Dev,

    /// <summary><c>file</c>.</summary>
    File,

    /// <summary><c>pipe</c>.</summary>
    Pipe,

    /// <summary><c>stdio</c>.</summary>
    Stdio,

    /// <summary><c>udp</c>.</summary>
    Udp,

    /// <summary><c>tcp</c>.</summary>
    Tcp,

    /// <summary><c>unix</c>.</summary>
    Unix,

    /// <summary><c>spicevmc</c>.</summary>
    Spicevmc,

    /// <summary><c>spiceport</c>.</summary>
    Spiceport,

    /// <summary><c>nmdm</c>.</summary>
    Nmdm,

    /// <summary><c>qemu-vdagent</c>.</summary>
    QemuVdagent,

    /// <summary><c>dbus</c>.</summary>
    Dbus,
}

/// <summary>The words of <see cref="CharacterSourceType"/>.</summary>
public static class CharacterSourceTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<CharacterSourceType> Table { get; } = new(
        "null", "vc", "pty", "dev", "file", "pipe", "stdio", "udp", "tcp", "unix", "spicevmc", "spiceport", "nmdm",
        "qemu-vdagent", "dbus");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this CharacterSourceType value) => Table[value];
}
