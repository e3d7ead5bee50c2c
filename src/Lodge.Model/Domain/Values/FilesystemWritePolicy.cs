using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>When a filesystem's writes reach the disk.</summary>
public enum FilesystemWritePolicy
{
    /// <summary><c>default</c>.</summary>
    Default,

    /// <summary><c>immediate</c>.</summary>
    Immediate,
}

/// <summary>The words of <see cref="FilesystemWritePolicy"/>.</summary>
public static class FilesystemWritePolicyNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<FilesystemWritePolicy> Table { get; } = new("default", "immediate");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this FilesystemWritePolicy value) => Table[value];
}
