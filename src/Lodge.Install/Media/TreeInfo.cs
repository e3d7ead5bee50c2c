using System.Diagnostics.CodeAnalysis;

namespace Lodge.Install.Media;

/// <summary>
/// The <c>.treeinfo</c> of an installation tree: sections of keys, as the productmd format has them.
/// </summary>
public sealed class TreeInfo
{
    private readonly Dictionary<string, Dictionary<string, string>> _sections;

    private TreeInfo(Dictionary<string, Dictionary<string, string>> sections) => _sections = sections;

    /// <summary>The family (<c>Fedora</c>); null where unsaid, as all of these.</summary>
    public string? Family => Value("general", "family");

    /// <summary>The version (<c>38</c>, <c>9.1</c>).</summary>
    public string? Version => Value("general", "version");

    /// <summary>The flavour (<c>Server</c>).</summary>
    public string? Variant => Value("general", "variant");

    /// <summary>The tree's name as people read it.</summary>
    public string? Name => Value("general", "name");

    /// <summary>The architecture (<c>x86_64</c>).</summary>
    public string? Architecture => Value("general", "arch");

    /// <summary>Reads one.</summary>
    /// <param name="text">The whole file.</param>
    /// <exception cref="InvalidDataException">It is no such file; the message says at which line.</exception>
    public static TreeInfo Parse(string text) => TreeInfoText.Read(text, sections => new TreeInfo(sections));

    /// <summary>The kernel and memory disk for an architecture; null where the file names none.</summary>
    /// <param name="architecture">The section's name after <c>images-</c>; null takes the tree's own.</param>
    public KernelPaths? Images(string? architecture = null)
    {
        var section = $"images-{architecture ?? Architecture}";
        return Value(section, "kernel") is { } kernel && Value(section, "initrd") is { } initrd
            ? new KernelPaths(kernel, initrd)
            : null;
    }

    /// <summary>What the file says a file of the tree has to hash to.</summary>
    /// <param name="path">The path below the tree.</param>
    /// <param name="checksum">The checksum.</param>
    public bool TryGetChecksum(string path, [NotNullWhen(true)] out TreeChecksum? checksum)
    {
        checksum = null;
        return Value("checksums", path) is { } text && TreeChecksum.TryParse(text, out checksum);
    }

    /// <summary>A key of a section; null where it is absent or blank.</summary>
    public string? Value(string section, string key) =>
        _sections.TryGetValue(section, out var keys)
        && keys.TryGetValue(key, out var value) && value.Length > 0
            ? value
            : null;
}
