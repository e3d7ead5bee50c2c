using Lodge.Install.Media;

namespace Lodge.Install.Os;

/// <summary>An installation tree: where it lies, and what its <c>.treeinfo</c> says.</summary>
public sealed class OsTree
{
    /// <summary>The architecture, or <c>all</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>Where it lies.</summary>
    public string? Url { get; internal set; }

    /// <summary>The kernel's path below it, for trees without <c>.treeinfo</c>.</summary>
    public string? Kernel { get; internal set; }

    /// <summary>The memory disk's path below it.</summary>
    public string? Initrd { get; internal set; }

    /// <summary>An image to start from, below it.</summary>
    public string? BootIso { get; internal set; }

    /// <summary>The flavours it installs.</summary>
    public IReadOnlyList<string> Variants => VariantList;

    internal bool HasTreeInfo { get; set; }

    internal OsPattern? Family { get; set; }

    internal OsPattern? Variant { get; set; }

    internal OsPattern? Version { get; set; }

    internal OsPattern? TreeArchitecture { get; set; }

    internal List<string> VariantList { get; } = [];

    /// <summary>Whether a tree's own file says what this one says.</summary>
    internal bool Matches(TreeInfo tree) =>
        HasTreeInfo
        && (Architecture == "all" || Architecture == (tree.Architecture ?? "i386"))
        && (Family?.Matches(tree.Family) ?? true)
        && (Variant?.Matches(tree.Variant) ?? true)
        && (Version?.Matches(tree.Version) ?? true)
        && (TreeArchitecture?.Matches(tree.Architecture) ?? true);
}
