namespace Lodge.Model.Capabilities;

/// <summary>What a host is and what guests it can run (<c>virConnectGetCapabilities</c>).</summary>
/// <remarks>Source: libvirt's "Driver capabilities XML format" (formatcaps.html).</remarks>
public sealed record HostCapabilities
{
    /// <summary>The host's UUID.</summary>
    public required Guid Uuid { get; init; }

    /// <summary>The processor.</summary>
    public required CapabilitiesCpu Cpu { get; init; }

    /// <summary>
    /// How the host can be put to sleep: <c>suspend_mem</c>, <c>suspend_disk</c>, <c>suspend_hybrid</c>.
    /// </summary>
    public IReadOnlyList<string> PowerManagement { get; init; } = [];

    /// <summary>Whether devices can be handed to guests in isolation.</summary>
    public bool HasIommu { get; init; }

    /// <summary>How guests can be moved elsewhere: <c>tcp</c>, <c>rdma</c>.</summary>
    public IReadOnlyList<string> MigrationTransports { get; init; } = [];

    /// <summary>The NUMA cells.</summary>
    public IReadOnlyList<CapabilitiesCell> Cells { get; init; } = [];

    /// <summary>The caches that several CPUs share.</summary>
    public IReadOnlyList<CapabilitiesCache> Caches { get; init; } = [];

    /// <summary>What keeps guests apart.</summary>
    public IReadOnlyList<CapabilitiesSecurityModel> SecurityModels { get; init; } = [];

    /// <summary>The guests that can be run.</summary>
    public IReadOnlyList<GuestCapabilities> Guests { get; init; } = [];
}

/// <summary>The host's processor.</summary>
public sealed record CapabilitiesCpu
{
    /// <summary>The architecture, <c>x86_64</c>.</summary>
    public required string Architecture { get; init; }

    /// <summary>The nearest named model, or null.</summary>
    public string? Model { get; init; }

    /// <summary>The vendor's name, or null.</summary>
    public string? Vendor { get; init; }

    /// <summary>The version of the microcode; 0 where unknown.</summary>
    public uint Microcode { get; init; }

    /// <summary>Family, model and stepping, or null.</summary>
    public (uint Family, uint Model, uint Stepping)? Signature { get; init; }

    /// <summary>Sockets, dies a socket, cores a die, threads a core.</summary>
    public required (int Sockets, int Dies, int Cores, int Threads) Topology { get; init; }

    /// <summary>Bits of a physical address; 0 where unknown.</summary>
    public int PhysicalAddressBits { get; init; }

    /// <summary>The features beyond the model.</summary>
    public IReadOnlyList<string> Features { get; init; } = [];

    /// <summary>The sizes of pages, in KiB.</summary>
    public IReadOnlyList<int> PageSizes { get; init; } = [];
}

/// <summary>A NUMA cell.</summary>
/// <param name="Id">Its number.</param>
/// <param name="MemoryKiB">Its memory.</param>
/// <param name="Pages">How many pages there are of each size in KiB.</param>
/// <param name="Distances">How far it is to each cell.</param>
/// <param name="Cpus">Its CPUs.</param>
public sealed record CapabilitiesCell(
    int Id,
    long MemoryKiB,
    IReadOnlyList<(int SizeKiB, long Count)> Pages,
    IReadOnlyList<(int Cell, int Value)> Distances,
    IReadOnlyList<CapabilitiesCellCpu> Cpus);

/// <summary>A CPU of a cell.</summary>
/// <param name="Id">Its number.</param>
/// <param name="Socket">Its socket.</param>
/// <param name="Die">Its die.</param>
/// <param name="Core">Its core.</param>
/// <param name="Siblings">The CPUs of the same core, as a list (<c>0,4</c>, <c>0-1</c>).</param>
public sealed record CapabilitiesCellCpu(int Id, int Socket, int Die, int Core, string Siblings);

/// <summary>A cache that several CPUs share.</summary>
/// <param name="Id">Its number among those of its level.</param>
/// <param name="Level">Its level, 3 or more.</param>
/// <param name="Kind"><c>both</c>, <c>code</c> or <c>data</c>.</param>
/// <param name="Bytes">Its size.</param>
/// <param name="Cpus">The CPUs that share it, as a list.</param>
public sealed record CapabilitiesCache(int Id, int Level, string Kind, ulong Bytes, string Cpus);

/// <summary>What keeps guests apart.</summary>
/// <param name="Name"><c>none</c>, <c>selinux</c>, <c>dac</c>.</param>
/// <param name="BaseLabels">The label that a guest of a type gets where its XML says nothing.</param>
public sealed record CapabilitiesSecurityModel(
    string Name, IReadOnlyList<(string DomainType, string Label)> BaseLabels);
