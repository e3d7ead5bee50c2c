using Lodge.Install.Options.Devices;
using Lodge.Install.Options.Domains;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options;

/// <summary>
/// All options that describe a guest, in the order in which they take effect: the same as with virt-install, whatever
/// stands first on the command line.
/// </summary>
internal static class GuestOptions
{
    private static readonly CompoundOption[] s_first =
    [
        new MemoryOption { First = ["memory"] },
        new CpuOption { First = ["model"], NoneIsNothing = false },
        new VcpusOption { First = ["vcpu"] },
        new MetadataOption(),
        new BootOption(),
        new("--idmap", "idmap", IdmapSubOptions.All),
    ];

    private static readonly CompoundOption[] s_devices =
    [
        new DiskOption { First = ["path"], NoneIsNothing = false },
        new NetworkOption { First = ["type"], NoneIsNothing = false },
        new GraphicsOption { First = ["type"], NoneIsNothing = false, CanBeDeclined = true },
        new ControllerOption { First = ["type"] },
        new DeviceOption("--input", "input", InputSubOptions.All) { First = ["type"] },
        Port("--serial", "serial", SerialSubOptions.All, canBeDeclined: false),
        Port("--parallel", "parallel", ParallelSubOptions.All, canBeDeclined: false),
        Port("--channel", "channel", ChannelSubOptions.All, canBeDeclined: true),
        Port("--console", "console", ConsoleSubOptions.All, canBeDeclined: true),
        new HostdevOption { First = ["name"] },
        new FilesystemOption { First = ["source", "target"] },
        new DeviceOption("--sound", "sound", SoundSubOptions.All)
        {
            First = ["model"], NoneIsNothing = false, CanBeDeclined = true,
        },
        new DeviceOption("--audio", "audio", AudioSubOptions.All),
        new DeviceOption("--watchdog", "watchdog", WatchdogSubOptions.All) { First = ["model"] },
        new DeviceOption("--video", "video", VideoSubOptions.All) { First = ["model.type"] },
        new CharacterOption("--smartcard", "smartcard", SmartcardSubOptions.All) { First = ["mode"] },
        new CharacterOption("--redirdev", "redirdev", RedirectionSubOptions.All)
        {
            First = ["bus"], NoneIsNothing = false, CanBeDeclined = true,
        },
        new DeviceOption("--memballoon", "memballoon", BalloonSubOptions.All)
        {
            First = ["model"], NoneIsNothing = false,
        },
        new TpmOption { First = ["type"], NoneIsNothing = false, CanBeDeclined = true },
        new RngOption { First = ["backend.model"], NoneIsNothing = false, CanBeDeclined = true },
        new PanicOption { First = ["model"] },
        new DeviceOption("--shmem", "shmem", SharedMemorySubOptions.All) { First = ["name"] },
        new MemoryDeviceOption { First = ["model"] },
        new DeviceOption("--vsock", "vsock", VsockSubOptions.All) { First = ["model"], NoneIsNothing = false },
        new DeviceOption("--iommu", "iommu", IommuSubOptions.All) { First = ["model"] },
    ];

    private static readonly CompoundOption[] s_settings =
    [
        new("--iothreads", "", IoThreadsSubOptions.All) { First = ["iothreads"] },
        new("--seclabel", "seclabel[]", SecurityLabelSubOptions.All),
        new("--keywrap", "keywrap", KeyWrapSubOptions.All),
        new("--cputune", "cputune", CpuTuneSubOptions.All) { First = ["model"], NoneIsNothing = false },
        new("--numatune", "numatune", NumaTuneSubOptions.All) { First = ["nodeset"] },
        new("--memtune", "memtune", MemoryTuneSubOptions.All) { First = ["soft_limit"] },
        new("--blkiotune", "blkiotune", BlkioTuneSubOptions.All) { First = ["weight"] },
        new("--memorybacking", "memoryBacking", MemoryBackingSubOptions.All),
        new FeaturesOption(),
        new ClockOption(),
        new("--pm", "pm", PowerSubOptions.All),
        new("--events", "", EventsSubOptions.All),
        new("--resource", "resource", ResourceSubOptions.All) { First = ["partition"] },
        new SystemInformationOption { First = ["type"] },
        new QemuCommandlineOption(),
        new("--launchSecurity", "launchSecurity", LaunchSecuritySubOptions.All) { First = ["type"] },
    ];

    /// <summary>All of them.</summary>
    public static IReadOnlyList<CompoundOption> All { get; } = [.. s_first, .. s_devices, .. s_settings];

    /// <summary>The option of a name (<c>--disk</c>); null where there is none.</summary>
    public static CompoundOption? Find(string flag) => All.FirstOrDefault(option => option.Flag == flag);

    private static CharacterOption Port(string flag, string element, SubOption[] subOptions, bool canBeDeclined) =>
        new(flag, element, subOptions)
        {
            First = ["type"], NoneIsNothing = false, CanBeDeclined = canBeDeclined, HasShortNames = true,
        };
}
