using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>Who decrypts a volume.</summary>
public enum EncryptionEngine
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>qemu</c>.</summary>
    Qemu,

    /// <summary><c>librbd</c>.</summary>
    Librbd,
}

/// <summary>The words of <see cref="EncryptionEngine"/>.</summary>
public static class EncryptionEngineNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<EncryptionEngine> Table { get; } = new("default", "qemu", "librbd");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this EncryptionEngine value) => Table[value];
}
