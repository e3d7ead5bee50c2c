using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The form of a disk's content.</summary>
public enum StorageFormat
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>raw</c>.</summary>
    Raw,

    /// <summary><c>dir</c>.</summary>
    Dir,

    /// <summary><c>bochs</c>.</summary>
    Bochs,

    /// <summary><c>cloop</c>.</summary>
    Cloop,

    /// <summary><c>dmg</c>.</summary>
    Dmg,

    /// <summary><c>iso</c>.</summary>
    Iso,

    /// <summary><c>vpc</c>.</summary>
    Vpc,

    /// <summary><c>vdi</c>.</summary>
    Vdi,

    /// <summary><c>fat</c>.</summary>
    Fat,

    /// <summary><c>vhd</c>.</summary>
    Vhd,

    /// <summary><c>ploop</c>.</summary>
    Ploop,

    /// <summary><c>cow</c>.</summary>
    Cow,

    /// <summary><c>qcow</c>.</summary>
    Qcow,

    /// <summary><c>qcow2</c>.</summary>
    Qcow2,

    /// <summary><c>qed</c>.</summary>
    Qed,

    /// <summary><c>vmdk</c>.</summary>
    Vmdk,
}

/// <summary>The words of <see cref="StorageFormat"/>.</summary>
public static class StorageFormatNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StorageFormat> Table { get; } = new(
        "none", "raw", "dir", "bochs", "cloop", "dmg", "iso", "vpc", "vdi", "fat", "vhd", "ploop", "cow", "qcow",
        "qcow2", "qed", "vmdk");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StorageFormat value) => Table[value];
}
