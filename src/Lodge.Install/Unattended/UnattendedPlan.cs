namespace Lodge.Install.Unattended;

/// <summary>What an install that asks nothing needs beside its medium.</summary>
public sealed record UnattendedPlan
{
    /// <summary>Files for the root of the installer's first file system.</summary>
    public IReadOnlyList<SeedFile> InitrdFiles { get; init; } = [];

    /// <summary>A kickstart to serve on the guest's network; null for none.</summary>
    public SeedFile? Served { get; init; }

    /// <summary>Words for the command line of the installer's kernel; null for none.</summary>
    public string? KernelArguments { get; init; }

    /// <summary>A disk to attach as a CD for the install; null for none. Taken out after the first boot.</summary>
    public SeedDisk? Disk { get; init; }

    /// <summary>Drivers to fetch and put on the disk too, by their addresses.</summary>
    public IReadOnlyList<Uri> Drivers { get; init; } = [];

    /// <summary>A password of root that was made up, to be shown once; null where none was.</summary>
    public string? RootPassword { get; init; }

    /// <summary>
    /// Whether the guest's system serial number says <c>ds=nocloud</c>, by which cloud-init knows where to look.
    /// </summary>
    public bool IsNoCloud { get; init; }

    /// <summary>What it holds, without what is in the files and without the password.</summary>
    public override string ToString() =>
        $"initrd: {string.Join(", ", InitrdFiles)}; disk: {Disk?.Label}; arguments: {KernelArguments}";
}
