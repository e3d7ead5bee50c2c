namespace Lodge.Model.Capabilities;

/// <summary>What guests of one emulator, machine and type can have (<c>virConnectGetDomainCapabilities</c>).</summary>
/// <remarks>Source: libvirt's "Domain capabilities XML format" (formatdomaincaps.html).</remarks>
public sealed record DomainCapabilities
{
    /// <summary>The program.</summary>
    public required string Emulator { get; init; }

    /// <summary>The type of domain: <c>qemu</c> or <c>kvm</c>.</summary>
    public required string DomainType { get; init; }

    /// <summary>The machine type, by its canonical name.</summary>
    public required string Machine { get; init; }

    /// <summary>The architecture.</summary>
    public required string Architecture { get; init; }

    /// <summary>The most vCPUs.</summary>
    public required int MaxVcpus { get; init; }

    /// <summary>Whether disks can have threads of their own.</summary>
    public bool HasIoThreads { get; init; }

    /// <summary>How firmware can be chosen.</summary>
    public required CapabilitiesSection Os { get; init; }

    /// <summary>The firmware files there are, and how one can be used.</summary>
    public required CapabilitiesSection Loader { get; init; }

    /// <summary>The CPUs.</summary>
    public required DomainCapabilitiesCpu Cpu { get; init; }

    /// <summary>Where memory can come from.</summary>
    public required CapabilitiesSection MemoryBacking { get; init; }

    /// <summary>Devices, each by its element's name.</summary>
    public required IReadOnlyList<CapabilitiesSection> Devices { get; init; }

    /// <summary>Features, each by its element's name.</summary>
    public required IReadOnlyList<CapabilitiesSection> Features { get; init; }
}

/// <summary>Something guests may have, with the choices there are.</summary>
/// <param name="Name">The element's name.</param>
/// <param name="IsSupported">Whether they may.</param>
/// <param name="Choices">The choices, each with the values it can take; only told where supported.</param>
public sealed record CapabilitiesSection(
    string Name, bool IsSupported, params IReadOnlyList<CapabilitiesChoice> Choices)
{
    /// <summary>Values that stand for themselves, before the choices.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];
}

/// <summary>A choice.</summary>
/// <param name="Name">What is chosen.</param>
/// <param name="Values">What it can be.</param>
public sealed record CapabilitiesChoice(string Name, params IReadOnlyList<string> Values);

/// <summary>The CPUs of guests.</summary>
public sealed record DomainCapabilitiesCpu
{
    /// <summary>
    /// Whether a guest can have the host's own; null where not, otherwise the values of <c>migratable</c>.
    /// </summary>
    public IReadOnlyList<string>? HostPassthrough { get; init; }

    /// <summary>
    /// Whether a guest can have all there is; null where not, otherwise the values of <c>migratable</c>.
    /// </summary>
    public IReadOnlyList<string>? Maximum { get; init; }

    /// <summary>The model nearest to the host that a guest can have, or null.</summary>
    public DomainCapabilitiesHostModel? HostModel { get; init; }

    /// <summary>The models a guest can name.</summary>
    public IReadOnlyList<DomainCapabilitiesCpuModel> Models { get; init; } = [];
}

/// <summary>The model nearest to the host.</summary>
/// <param name="Model">The model.</param>
/// <param name="Vendor">Its vendor, or null.</param>
/// <param name="Features">What is added to it, and what is taken away.</param>
public sealed record DomainCapabilitiesHostModel(
    string Model, string? Vendor, IReadOnlyList<(string Name, bool IsRequired)> Features);

/// <summary>A model that a guest can name.</summary>
/// <param name="Name">The name.</param>
/// <param name="IsUsable">Whether the host can run it; null where unknown.</param>
/// <param name="Vendor">Its vendor, <c>unknown</c> where of none.</param>
/// <param name="IsDeprecated">Whether it will go away.</param>
public sealed record DomainCapabilitiesCpuModel(string Name, bool? IsUsable, string Vendor, bool IsDeprecated);
