using Lodge.Install.Options.Methods;

namespace Lodge.Install.Flow;

/// <summary>All that a command line says of a guest to be installed.</summary>
internal sealed record InstallRequest
{
    /// <summary>Options of the guest itself with their texts: <c>--disk</c>, <c>size=5</c>.</summary>
    public required IReadOnlyList<(string Flag, string Text)> Options { get; init; }

    /// <summary>Changes of the whole XML by path (<c>--xml</c>).</summary>
    public IReadOnlyList<string> Edits { get; init; } = [];

    /// <summary>Values that stand for themselves, by their place in the domain's XML (<c>name</c>).</summary>
    public IReadOnlyList<(string Path, string Value)> Values { get; init; } = [];

    /// <summary>The guest that is installed anew; null for a new one.</summary>
    public string? Reinstalled { get; init; }

    /// <summary><c>--install</c>.</summary>
    public required InstallOptions Install { get; init; }

    /// <summary><c>--location</c>.</summary>
    public required LocationOptions Location { get; init; }

    /// <summary><c>--osinfo</c>.</summary>
    public required OsOptions Os { get; init; }

    /// <summary><c>--check</c>.</summary>
    public required CheckOptions Checks { get; init; }

    /// <summary><c>--cdrom</c>.</summary>
    public string? Cdrom { get; init; }

    /// <summary>Whether the CD is all there is: nothing is installed from it.</summary>
    public bool IsLiveCd { get; init; }

    /// <summary><c>--pxe</c>.</summary>
    public bool IsNetworkBoot { get; init; }

    /// <summary>Whether nothing is installed unless something else is said.</summary>
    public bool IsImport { get; init; }

    /// <summary>Arguments for the installer's kernel.</summary>
    public IReadOnlyList<string> ExtraArguments { get; init; } = [];

    /// <summary>Files for the root of the installer's initrd.</summary>
    public IReadOnlyList<string> InjectedFiles { get; init; } = [];

    /// <summary><c>--unattended</c>; empty where it stands alone, null where it was not given.</summary>
    public string? Unattended { get; init; }

    /// <summary><c>--cloud-init</c>; empty where it stands alone, null where it was not given.</summary>
    public string? CloudInit { get; init; }

    /// <summary>Whether nothing may be made: only the XML is wanted.</summary>
    public bool IsDry { get; init; }

    /// <summary>Whether options say anything of disks or shared folders.</summary>
    public bool HasStorage => Options.Any(option => option.Flag is "--disk" or "--filesystem");
}
