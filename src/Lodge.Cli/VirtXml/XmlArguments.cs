namespace Lodge.Cli.VirtXml;

/// <summary>Options of <c>virt-xml</c> alone.</summary>
internal static class XmlArguments
{
    /// <summary>What is done.</summary>
    public static Argument[] Actions { get; } =
    [
        new("--edit", ArgumentKind.OptionalValue)
        {
            Help = "Edit VM XML. Examples:\n"
                + "--edit --disk ...     (edit first disk device)\n"
                + "--edit 2 --disk ...   (edit second disk device)\n"
                + "--edit all --disk ... (edit all disk devices)\n"
                + "--edit target=hda --disk ... (edit disk 'hda')",
        },
        new("--remove-device", ArgumentKind.Switch)
        {
            Help = "Remove specified device. Examples:\n"
                + "--remove-device --disk 1 (remove first disk)\n"
                + "--remove-device --disk all (remove all disks)\n"
                + "--remove-device --disk /some/path",
        },
        new("--add-device", ArgumentKind.Switch)
        {
            Help = "Add specified device. Example:\n"
                + "--add-device --disk ...",
        },
        new("--build-xml", ArgumentKind.Switch)
        {
            Help = "Output built device XML. Domain is optional but recommended to ensure optimal defaults.",
        },
    ];

    /// <summary>Where the result goes.</summary>
    public static Argument[] Output { get; } =
    [
        new("--update", ArgumentKind.Switch)
        {
            Help = "Apply changes to the running VM.\n"
                + "With --add-device, this is a hotplug operation.\n"
                + "With --remove-device, this is a hotunplug operation.\n"
                + "With --edit, this is an update device operation.",
        },
        new("--define", ArgumentKind.Switch)
        {
            Excludes = "define",
            Help = "Force defining the domain. Only required if a --print option was specified.",
        },
        new("--no-define", ArgumentKind.Switch) { Excludes = "define", Help = "Force not defining the domain." },
        new("--start", ArgumentKind.Switch) { Help = "Start the domain." },
        new("--print-diff", ArgumentKind.Switch) { Help = "Only print the requested change, in diff format" },
        new("--print-xml", ArgumentKind.Switch) { Help = "Only print the requested change, in full XML format" },
        new("--confirm", ArgumentKind.Switch) { Help = "Require confirmation before saving any results." },
    ];

    /// <summary>Which system it is.</summary>
    public static Argument[] System { get; } =
    [
        new("--os-variant")
        {
            Also = "--osinfo",
            Help = "The OS installed in the guest.\n"
                + "This is used for deciding optimal defaults like VirtIO.\n"
                + "Example values: fedora29, rhel7.0, win10, ...\n"
                + "Use '--osinfo list' to see a full list.",
        },
    ];

    /// <summary>Disks and processors.</summary>
    public static Argument[] Guest { get; } =
    [
        new("--disk")
        {
            Help = "Specify storage with various options. Ex.\n"
                + "--disk size=10 (new 10GiB image in default location)\n"
                + "--disk /my/existing/disk,cache=none\n"
                + "--disk device=cdrom,bus=scsi\n"
                + "--disk=?\n"
                + "--disk cache=  (unset cache)",
        },
        new("--cpu")
        {
            Help = "CPU model and features. Ex:\n"
                + "--cpu coreduo,+x2apic\n"
                + "--cpu host-passthrough\n"
                + "--cpu host-model,clearxml=yes",
        },
    ];

    /// <summary>How the program goes about it.</summary>
    public static Argument[] Running { get; } =
    [
        ReportArguments.Quiet,
        ReportArguments.Debug,
    ];
}
