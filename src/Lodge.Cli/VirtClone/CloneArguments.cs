namespace Lodge.Cli.VirtClone;

/// <summary>Options of <c>virt-clone</c>.</summary>
internal static class CloneArguments
{
    /// <summary>Which guest, and what the new one is called.</summary>
    public static Argument[] General { get; } =
    [
        new("--original") { Short = "-o", Metavar = "SRC_NAME", Help = "Name of the original guest to clone." },
        new("--original-xml") { Help = "XML file to use as the original guest." },
        new("--auto-clone", ArgumentKind.Switch)
        {
            Help = "Auto generate clone name and storage paths from the original guest configuration.",
        },
        new("--name") { Short = "-n", Metavar = "NEW_NAME", Help = "Name for the new guest" },
        new("--uuid") { Short = "-u" },
        new("--reflink", ArgumentKind.Switch) { Help = "use btrfs COW lightweight copy" },
    ];

    /// <summary>Its disks.</summary>
    public static Argument[] Storage { get; } =
    [
        new("--file")
        {
            Short = "-f", Metavar = "NEW_DISKFILE",
            Help = "New file to use as the disk image for the new guest",
        },
        new("--force-copy")
        {
            Metavar = "TARGET",
            Help = "Force to copy devices (eg, if 'hdc' is a readonly cdrom device, --force-copy=hdc)",
        },
        new("--skip-copy")
        {
            Help = "Skip copy of the device target. (eg, if 'vda' is a disk you don't want to copy and "
                + "use the same path in the new VM, use --skip-copy=vda)",
        },
        new("--nonsparse", ArgumentKind.Switch) { Help = "Do not use a sparse file for the clone's disk image" },
        new("--preserve-data", ArgumentKind.Switch)
        {
            Help = "Do not clone storage contents to specified file paths, their contents will be left "
                + "untouched. This requires specifying existing paths for every cloneable disk image.",
        },
        new("--nvram") { Metavar = "NEW_NVRAM", Help = "New file to use as storage for nvram VARS" },
    ];

    /// <summary>Its cards.</summary>
    public static Argument[] Network { get; } =
    [
        new("--mac")
        {
            Short = "-m", Metavar = "NEW_MAC",
            Help = "New fixed MAC address for the clone guest. Default is a randomly generated MAC",
        },
    ];

    /// <summary>How the program goes about it.</summary>
    public static Argument[] Running { get; } =
    [
        new("--prompt", ArgumentKind.Switch),
        new("--force", ArgumentKind.Switch),
        new("--replace", ArgumentKind.Switch)
        {
            Help = "Don't check name collision, overwrite any guest with the same name.",
        },
        new("--print-xml", ArgumentKind.Switch)
        {
            Help = "Print the generated domain XML rather than create the guest.",
        },
        ReportArguments.Check,
        ReportArguments.Quiet,
        ReportArguments.Debug,
    ];
}
