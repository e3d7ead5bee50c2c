namespace Lodge.Cli.VirtInstall;

/// <summary>Options of <c>virt-install</c> alone.</summary>
internal static class InstallArguments
{
    /// <summary>Names, memory and processors.</summary>
    public static Argument[] General { get; } =
    [
        new("--name") { Short = "-n", Help = "Name of the guest instance" },
        GuestArguments.Memory,
        new("--ram") { Short = "-r", Number = NumberKind.Whole },
        GuestArguments.Vcpus,
        new("--cpu")
        {
            Help = "CPU model and features. Ex:\n"
                + "--cpu coreduo,+x2apic\n"
                + "--cpu host-passthrough\n"
                + "--cpu host",
        },
        new("--check-cpu", ArgumentKind.Switch),
        new("--cpuset"),
        GuestArguments.Metadata,
        GuestArguments.Xml,
        new("--uuid") { Short = "-u" },
        new("--description"),
    ];

    /// <summary>Where the system comes from.</summary>
    public static Argument[] Method { get; } =
    [
        new("-c"),
        new("--cdrom") { Help = "CD-ROM installation media" },
        new("--location")
        {
            Short = "-l",
            Help = "Distro install URL, eg. https://host/path. See man page for specific distro examples.",
        },
        new("--pxe", ArgumentKind.Switch) { Help = "Boot from the network using the PXE protocol" },
        new("--import", ArgumentKind.Switch) { Help = "Build guest around an existing disk image" },
        new("--livecd", ArgumentKind.Switch),
        new("--extra-args")
        {
            Short = "-x",
            Help = "Additional arguments to pass to the install kernel booted from --location",
        },
        new("--initrd-inject") { Help = "Add given file to root of initrd from --location" },
        new("--unattended", ArgumentKind.OptionalValue) { Help = "Perform an unattended installation" },
        new("--install") { Help = "Specify fine grained install options" },
        new("--reinstall")
        {
            Metavar = "DOMAIN",
            Help = "Reinstall existing VM. Only install options are applied, all other VM configuration "
                + "options are ignored.",
        },
        new("--cloud-init", ArgumentKind.OptionalValue)
        {
            Help = "Perform a cloud image installation, configuring cloud-init",
        },
    ];

    /// <summary>Which system it is.</summary>
    public static Argument[] System { get; } =
    [
        new("--os-variant")
        {
            Also = "--osinfo",
            Help = "The OS being installed in the guest.\n"
                + "This is used for deciding optimal defaults like VirtIO.\n"
                + "Example values: fedora29, rhel7.0, win10, ...\n"
                + "Use '--osinfo list' to see a full list.",
        },
        new("--os-type"),
    ];

    /// <summary>Disks.</summary>
    public static Argument[] Disks { get; } =
    [
        new("--disk")
        {
            Help = "Specify storage with various options. Ex.\n"
                + "--disk size=10 (new 10GiB image in default location)\n"
                + "--disk /my/existing/disk,cache=none\n"
                + "--disk device=cdrom,bus=scsi\n"
                + "--disk=?",
        },
    ];

    /// <summary>Older spellings, which help does not show.</summary>
    public static Argument[] Old { get; } =
    [
        new("--file") { Short = "-f" },
        new("--file-size") { Short = "-s", Number = NumberKind.Real },
        new("--nonsparse", ArgumentKind.Switch),
        new("--nodisks", ArgumentKind.Switch),
        new("--nonetworks", ArgumentKind.Switch),
        new("--bridge") { Short = "-b" },
        new("--mac") { Short = "-m" },
        new("--vnc", ArgumentKind.Switch),
        new("--vncport") { Number = NumberKind.Whole },
        new("--vnclisten"),
        new("--keymap") { Short = "-k" },
        new("--sdl", ArgumentKind.Switch),
        new("--nographics", ArgumentKind.Switch),
        new("--init"),
        new("--soundhw") { Stores = "--sound" },
    ];

    /// <summary>What it runs on.</summary>
    public static Argument[] Platform { get; } =
    [
        new("--hvm", ArgumentKind.Switch)
        {
            Short = "-v", Excludes = "type",
            Help = "This guest should be a fully virtualized guest",
        },
        new("--paravirt", ArgumentKind.Switch)
        {
            Short = "-p", Excludes = "type",
            Help = "This guest should be a paravirtualized guest",
        },
        new("--container", ArgumentKind.Switch)
        {
            Excludes = "type",
            Help = "This guest should be a container guest",
        },
        new("--virt-type") { Help = "Hypervisor name to use (kvm, qemu, xen, ...)" },
        new("--arch") { Help = "The CPU architecture to simulate" },
        new("--machine") { Help = "The machine type to emulate" },
        new("--accelerate", ArgumentKind.Switch),
        new("--noapic", ArgumentKind.Switch),
        new("--noacpi", ArgumentKind.Switch),
    ];

    /// <summary>How the program goes about it.</summary>
    public static Argument[] Running { get; } =
    [
        new("--autostart", ArgumentKind.Switch) { Help = "Have domain autostart on host boot up." },
        new("--transient", ArgumentKind.Switch) { Help = "Create a transient domain." },
        new("--destroy-on-exit", ArgumentKind.Switch)
        {
            Help = "Force power off the domain when the console viewer is closed.",
        },
        new("--wait", ArgumentKind.OptionalValue)
        {
            Constant = "-1", Number = NumberKind.Whole,
            Help = "Minutes to wait for install to complete.",
        },
        new("--prompt", ArgumentKind.Switch),
        new("--force", ArgumentKind.Switch),
        new("--autoconsole")
        {
            Help = "Configure guest console auto connect. Example:\n"
                + "--autoconsole text\n"
                + "--autoconsole graphical\n"
                + "--autoconsole none",
        },
        new("--noautoconsole", ArgumentKind.Switch)
        {
            Stores = "--autoconsole", Constant = "none",
            Help = "Don't automatically try to connect to the guest console",
        },
        new("--noreboot", ArgumentKind.Switch) { Help = "Don't boot guest after completing install." },
        new("--print-xml", ArgumentKind.OptionalValue)
        {
            Metavar = "XMLONLY", Constant = "all",
            Help = "Print the generated domain XML rather than create the guest.",
        },
        new("--print-step"),
        new("--dry-run", ArgumentKind.Switch)
        {
            Help = "Run through install process, but do not create devices or define the guest.",
        },
        ReportArguments.Check,
        ReportArguments.Quiet,
        ReportArguments.Debug,
    ];
}
