using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A whole domain (<c>&lt;domain&gt;</c>): what libvirt's <c>virDomainDef</c> is.</summary>
/// <remarks>Element by element as https://libvirt.org/formatdomain.html has it. Amounts of memory are in KiB.</remarks>
public sealed partial class DomainDefinition
{
    /// <summary>The hypervisor.</summary>
    public DomainType Type { get; set; }

    /// <summary>Number of a running guest; -1 for one that is off.</summary>
    public int Id { get; set; } = -1;

    /// <summary>Name.</summary>
    public string Name { get; set; } = "";

    /// <summary>UUID.</summary>
    public Guid Uuid { get; set; }

    /// <summary>Whether the UUID was made up while reading.</summary>
    public bool UuidGenerated { get; set; }

    /// <summary>The number by which a guest knows it was copied or rolled back.</summary>
    public Guid? GenerationId { get; set; }

    /// <summary>Whether that number was made up while reading.</summary>
    public bool GenerationIdGenerated { get; set; }

    /// <summary>Title, one line.</summary>
    public string? Title { get; set; }

    /// <summary>Description.</summary>
    public string? Description { get; set; }

    /// <summary>What applications keep here, each in its namespace.</summary>
    public XmlNode? Metadata { get; set; }

    /// <summary>Memory at start, with modules.</summary>
    public ulong Memory { get; set; }

    /// <summary>Memory that the balloon leaves.</summary>
    public ulong CurrentMemory { get; set; }

    /// <summary>Memory that hotplug can reach; 0 for no hotplug.</summary>
    public ulong MaximumMemory { get; set; }

    /// <summary>Slots for modules.</summary>
    public uint MemorySlots { get; set; }

    /// <summary>Whether a core dump of QEMU has the guest's memory.</summary>
    public bool? DumpCore { get; set; }

    /// <summary>Its share of the host's disks.</summary>
    public BlkioTune BlkioTune { get; set; } = new();

    /// <summary>Limits of memory.</summary>
    public MemoryTune MemoryTune { get; set; } = new();

    /// <summary>How memory is backed.</summary>
    public MemoryBacking MemoryBacking { get; set; } = new();

    /// <summary>Virtual CPUs.</summary>
    public Vcpus Vcpus { get; set; } = new();

    /// <summary>Threads that serve disks.</summary>
    public IoThreads IoThreads { get; set; } = new();

    /// <summary>Its share of the host's CPUs.</summary>
    public CpuTune CpuTune { get; set; } = new();

    /// <summary>How memory is bound to the host's nodes.</summary>
    public NumaTune NumaTune { get; set; } = new();

    /// <summary>The control group it is put in.</summary>
    public string? ResourcePartition { get; set; }

    /// <summary>The name it has on a storage network.</summary>
    public string? FibreChannelAppId { get; set; }

    /// <summary>What the guest reads about its machine.</summary>
    public List<SystemInfo> SystemInfo { get; private set; } = [];

    /// <summary>What it is and how it boots.</summary>
    public Os Os { get; set; } = new();

    /// <summary>Users of a container.</summary>
    public List<IdMapEntry> UserMap { get; private set; } = [];

    /// <summary>Groups of a container.</summary>
    public List<IdMapEntry> GroupMap { get; private set; } = [];

    /// <summary>What the machine has or lacks.</summary>
    public Features Features { get; set; } = new();

    /// <summary>The CPU; null for the machine's usual one.</summary>
    public Cpu? Cpu { get; set; }

    /// <summary>The guest's NUMA nodes.</summary>
    public Numa? Numa { get; set; }

    /// <summary>The clock.</summary>
    public Clock Clock { get; set; } = new();

    /// <summary>What follows the guest's power off.</summary>
    public LifecycleAction OnPoweroff { get; set; } = LifecycleAction.Destroy;

    /// <summary>What follows the guest's reboot.</summary>
    public LifecycleAction OnReboot { get; set; } = LifecycleAction.Restart;

    /// <summary>What follows the guest's crash.</summary>
    public LifecycleAction OnCrash { get; set; } = LifecycleAction.Destroy;

    /// <summary>What follows a lost lease.</summary>
    public LockFailureAction OnLockFailure { get; set; }

    /// <summary>Whether the firmware offers sleep (S3).</summary>
    public bool? SuspendToMemory { get; set; }

    /// <summary>Whether the firmware offers hibernation (S4).</summary>
    public bool? SuspendToDisk { get; set; }

    /// <summary>Performance counters.</summary>
    public SortedDictionary<PerfEvent, bool> PerfEvents { get; private set; } = [];

    /// <summary>Security labels.</summary>
    public List<SecurityLabel> SecurityLabels { get; private set; } = [];

    /// <summary>Ciphers of protected keys (s390).</summary>
    public SortedDictionary<string, bool>? KeyWrap { get; set; }

    /// <summary>How it is protected from its host.</summary>
    public LaunchSecurity? LaunchSecurity { get; set; }

    /// <summary>What QEMU is told past the model.</summary>
    public QemuExtras? QemuExtras { get; set; }

    /// <summary>Memory without modules.</summary>
    public ulong InitialMemory => Memory - MemoryDevices.Aggregate(0UL, (sum, device) => sum + device.Size);

    /// <summary>Whether memory can be added.</summary>
    public bool HasMemoryHotplug => MaximumMemory > 0 || MemorySlots > 0;

    /// <summary>Makes a copy that shares nothing with this one.</summary>
    public DomainDefinition Clone()
    {
        var options = DomainXmlFormatOptions.StatusFile with { Inactive = Id == -1 };
        var copy = DomainXml.Parse(DomainXml.Format(this, options), Id == -1
            ? DomainXmlParseOptions.Configuration with { Status = true, ActualNetwork = true }
            : DomainXmlParseOptions.Live);
        copy.UuidGenerated = UuidGenerated;

        // The XML does not say who added a label.
        foreach (var (label, original) in copy.SecurityLabels.Zip(SecurityLabels))
        {
            label.IsImplicit = original.IsImplicit;
        }

        return copy;
    }
}
