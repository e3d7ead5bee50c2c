using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The jobs of a disk.</summary>
public enum BlockJobType
{
    /// <summary><c>none</c>.</summary>
    None,

    /// <summary><c>pull</c>.</summary>
    Pull,

    /// <summary><c>copy</c>.</summary>
    Copy,

    /// <summary><c>commit</c>.</summary>
    Commit,

    /// <summary><c>active-commit</c>.</summary>
    ActiveCommit,

    /// <summary><c>backup</c>.</summary>
    Backup,
}

/// <summary>The words of <see cref="BlockJobType"/>.</summary>
public static class BlockJobTypeNames
{
    /// <summary>Every word, in the order of the members.</summary>
    public static XmlNames<BlockJobType> Table { get; } = new(
        "none", "pull", "copy", "commit", "active-commit", "backup");

    /// <summary>The word that libvirt writes.</summary>
    public static string ToXml(this BlockJobType value) => Table[value];
}
