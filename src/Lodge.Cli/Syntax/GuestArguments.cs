namespace Lodge.Cli.Syntax;

/// <summary>Options that describe a guest but for its devices, for every program that has them.</summary>
internal static class GuestArguments
{
    /// <summary>Settings of the domain.</summary>
    public static Argument[] Settings { get; } =
    [
        new("--iothreads") { Help = "Set domain <iothreads> and <iothreadids> configuration." },
        new("--seclabel") { Also = "--security", Help = "Set domain seclabel configuration." },
        new("--keywrap") { Help = "Set guest to perform the S390 cryptographic key management operations." },
        new("--cputune") { Help = "Tune CPU parameters for the domain process." },
        new("--numatune") { Help = "Tune NUMA policy for the domain process." },
        new("--memtune") { Help = "Tune memory policy for the domain process." },
        new("--blkiotune") { Help = "Tune blkio policy for the domain process." },
        new("--memorybacking")
        {
            Help = "Set memory backing policy for the domain process. Ex:\n"
                + "--memorybacking hugepages=on",
        },
        new("--features")
        {
            Help = "Set domain <features> XML. Ex:\n"
                + "--features acpi=off\n"
                + "--features apic=on,apic.eoi=on",
        },
        new("--clock")
        {
            Help = "Set domain <clock> XML. Ex:\n"
                + "--clock offset=localtime,rtc_tickpolicy=catchup",
        },
        new("--pm") { Help = "Configure VM power management features" },
        new("--events") { Help = "Configure VM lifecycle management policy" },
        new("--resource") { Help = "Configure VM resource partitioning (cgroups)" },
        new("--sysinfo")
        {
            Help = "Configure SMBIOS System Information. Ex:\n"
                + "--sysinfo host\n"
                + "--sysinfo bios.vendor=MyVendor,bios.version=1.2.3,...",
        },
        new("--qemu-commandline")
        {
            Help = "Pass arguments directly to the QEMU emulator. Ex:\n"
                + "--qemu-commandline='-display gtk,gl=on'\n"
                + "--qemu-commandline env=DISPLAY=:0.1",
        },
        new("--launchSecurity")
        {
            Also = "--launchsecurity",
            Help = "Configure VM launch security (e.g. SEV memory encryption). Ex:\n"
                + "--launchSecurity sev",
        },
    ];

    /// <summary>What it boots, and whose users it has.</summary>
    public static Argument[] Boot { get; } =
    [
        new("--boot")
        {
            Help = "Configure guest boot settings. Ex:\n"
                + "--boot hd,cdrom,menu=on\n"
                + "--boot init=/sbin/init (for containers)",
        },
        new("--idmap")
        {
            Help = "Enable user namespace for LXC container. Ex:\n"
                + "--idmap uid.start=0,uid.target=1000,uid.count=10",
        },
    ];

    /// <summary>Its names.</summary>
    public static Argument Metadata { get; } = new("--metadata")
    {
        Help = "Configure guest metadata. Ex:\n"
            + "--metadata name=foo,title=\"My pretty title\",uuid=...\n"
            + "--metadata description=\"My nice long description\"",
    };

    /// <summary>Its memory.</summary>
    public static Argument Memory { get; } = new("--memory")
    {
        Help = "Configure guest memory allocation. Ex:\n"
            + "--memory 1024 (in MiB)\n"
            + "--memory memory=1024,currentMemory=512",
    };

    /// <summary>How many processors it has.</summary>
    public static Argument Vcpus { get; } = new("--vcpus")
    {
        Help = "Number of vCPUs to configure for your guest. Ex:\n"
            + "--vcpus 5\n"
            + "--vcpus 5,maxvcpus=10,cpuset=1-4,6,8\n"
            + "--vcpus sockets=2,cores=4,threads=2",
    };

    /// <summary>Changes of the XML by path.</summary>
    public static Argument Xml { get; } = new("--xml")
    {
        Help = "Perform raw XML XPath options on the final XML. Example:\n"
            + "--xml ./cpu/@mode=host-passthrough\n"
            + "--xml ./devices/disk[2]/serial=new-serial\n"
            + "--xml xpath.delete=./clock",
    };
}
