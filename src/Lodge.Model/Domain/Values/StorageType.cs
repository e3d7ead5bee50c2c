using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Where a disk's content lies.</summary>
public enum StorageType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>file</c>.</summary>
    File,

    /// <summary><c>block</c>.</summary>
    Block,

    /// <summary><c>dir</c>.</summary>
    Dir,

    /// <summary><c>network</c>.</summary>
    Network,

    /// <summary><c>volume</c>.</summary>
    Volume,

    /// <summary><c>nvme</c>.</summary>
    Nvme,

    /// <summary><c>vhostuser</c>.</summary>
    Vhostuser,
}

/// <summary>The words of <see cref="StorageType"/>.</summary>
public static class StorageTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StorageType> Table { get; } = new(
        "none", "file", "block", "dir", "network", "volume", "nvme", "vhostuser");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StorageType value) => Table[value];
}
