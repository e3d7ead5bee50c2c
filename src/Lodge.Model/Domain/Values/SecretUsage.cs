using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What a secret is for.</summary>
public enum SecretUsage
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>volume</c>.</summary>
    Volume,

    /// <summary><c>ceph</c>.</summary>
    Ceph,

    /// <summary><c>iscsi</c>.</summary>
    Iscsi,

    /// <summary><c>tls</c>.</summary>
    Tls,

    /// <summary><c>vtpm</c>.</summary>
    Vtpm,
}

/// <summary>The words of <see cref="SecretUsage"/>.</summary>
public static class SecretUsageNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<SecretUsage> Table { get; } = new("none", "volume", "ceph", "iscsi", "tls", "vtpm");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this SecretUsage value) => Table[value];
}
