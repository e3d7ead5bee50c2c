namespace Lodge.Model.Domain;

/// <summary>The devices of a domain, each kind in the order it is written.</summary>
public sealed partial class DomainDefinition
{
    /// <summary>The QEMU that runs it; null for the usual one.</summary>
    public string? Emulator { get; set; }

    /// <summary>Disks and drives.</summary>
    public List<Disk> Disks { get; private set; } = [];

    /// <summary>Controllers.</summary>
    public List<Controller> Controllers { get; private set; } = [];

    /// <summary>Leases of lock managers.</summary>
    public List<Lease> Leases { get; private set; } = [];

    /// <summary>Folders of the host.</summary>
    public List<Filesystem> Filesystems { get; private set; } = [];

    /// <summary>Network interfaces.</summary>
    public List<Interface> Interfaces { get; private set; } = [];

    /// <summary>Smartcards.</summary>
    public List<Smartcard> Smartcards { get; private set; } = [];

    /// <summary>Serial ports.</summary>
    public List<SerialDevice> Serials { get; private set; } = [];

    /// <summary>Parallel ports.</summary>
    public List<ParallelDevice> Parallels { get; private set; } = [];

    /// <summary>Consoles.</summary>
    public List<ConsoleDevice> Consoles { get; private set; } = [];

    /// <summary>Channels.</summary>
    public List<ChannelDevice> Channels { get; private set; } = [];

    /// <summary>Keyboards, mice and tablets.</summary>
    public List<Input> Inputs { get; private set; } = [];

    /// <summary>Trusted platform modules.</summary>
    public List<Tpm> Tpms { get; private set; } = [];

    /// <summary>Screens shown to people.</summary>
    public List<Graphics> Graphics { get; private set; } = [];

    /// <summary>Sound cards.</summary>
    public List<Sound> Sounds { get; private set; } = [];

    /// <summary>What plays their sound.</summary>
    public List<Audio> Audios { get; private set; } = [];

    /// <summary>Video devices, the primary one first.</summary>
    public List<Video> Videos { get; private set; } = [];

    /// <summary>Devices of the host.</summary>
    public List<Hostdev> Hostdevs { get; private set; } = [];

    /// <summary>USB devices of viewers.</summary>
    public List<Redirdev> Redirdevs { get; private set; } = [];

    /// <summary>Which of the viewers' devices may come.</summary>
    public List<RedirFilterRule>? RedirFilter { get; set; }

    /// <summary>Hubs.</summary>
    public List<Hub> Hubs { get; private set; } = [];

    /// <summary>Watchdog.</summary>
    public Watchdog? Watchdog { get; set; }

    /// <summary>Memory balloon.</summary>
    public Memballoon? Memballoon { get; set; }

    /// <summary>Random number generators.</summary>
    public List<Rng> Rngs { get; private set; } = [];

    /// <summary>The variable store of pSeries machines.</summary>
    public Nvram? Nvram { get; set; }

    /// <summary>How it tells of its panic.</summary>
    public List<Panic> Panics { get; private set; } = [];

    /// <summary>Shared memory.</summary>
    public List<Shmem> Shmems { get; private set; } = [];

    /// <summary>Memory modules.</summary>
    public List<MemoryDevice> MemoryDevices { get; private set; } = [];

    /// <summary>IOMMU.</summary>
    public Iommu? Iommu { get; set; }

    /// <summary>Sockets between host and guest.</summary>
    public Vsock? Vsock { get; set; }

    /// <summary>
    /// Every device that can have an address and an alias, in libvirt's order (<c>virDomainDeviceInfoIterate</c>).
    /// </summary>
    public IEnumerable<Device> AllDevices()
    {
        IEnumerable<IEnumerable<Device>> kinds =
        [
            Disks, Interfaces, Sounds, Hostdevs, Videos, Controllers, Smartcards, Serials, Parallels, Channels,
            OwnConsoles, Inputs, Filesystems, Optional(Watchdog), Optional(Memballoon), Rngs, Hubs, Redirdevs, Shmems,
            Tpms, Optional(Nvram), Panics, MemoryDevices, Optional(Iommu), Optional(Vsock),
        ];
        return kinds.SelectMany(kind => kind);
    }

    /// <summary>The consoles that are devices of their own, not second names of serial ports.</summary>
    public IEnumerable<ConsoleDevice> OwnConsoles =>
        Consoles.Where((console, index) => !(index < Serials.Count && IsSerialName(console)));

    /// <summary>Whether a console is only a second name of a serial port.</summary>
    public bool IsSerialName(ConsoleDevice console) =>
        Os.Type == OsType.Hvm && console.TargetType is ConsoleTarget.None or ConsoleTarget.Serial;

    private static IEnumerable<Device> Optional(Device? device) => device is null ? [] : [device];
}
