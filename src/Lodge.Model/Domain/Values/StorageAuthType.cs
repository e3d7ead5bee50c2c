using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>How to authenticate to storage.</summary>
public enum StorageAuthType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>chap</c>.</summary>
    Chap,

    /// <summary><c>ceph</c>.</summary>
    Ceph,
}

/// <summary>The words of <see cref="StorageAuthType"/>.</summary>
public static class StorageAuthTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<StorageAuthType> Table { get; } = new("none", "chap", "ceph");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this StorageAuthType value) => Table[value];
}
