namespace Lodge.Qemu.Probing;

/// <summary>A machine type of QEMU (QMP <c>query-machines</c>).</summary>
public sealed record QemuMachine
{
    /// <summary>The canonical name, for example <c>pc-q35-7.2</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The other name, for example <c>q35</c>, or null.</summary>
    public string? Alias { get; init; }

    /// <summary>Whether QEMU takes it where none is named.</summary>
    public bool IsDefault { get; init; }

    /// <summary>The most vCPUs it can have.</summary>
    public int MaxCpus { get; init; }

    /// <summary>Whether vCPUs can be plugged while it runs.</summary>
    public bool HotpluggableCpus { get; init; }

    /// <summary>Whether NUMA nodes can be given memory without a backend object (<c>-numa node,mem=</c>).</summary>
    public bool NumaMemSupported { get; init; }

    /// <summary>The CPU model it has where none is named, without the type's suffix (<c>qemu64</c>), or null.</summary>
    public string? DefaultCpu { get; init; }

    /// <summary>
    /// The id its main memory has (<c>pc.ram</c>), which a memory backend must take; null where it has none.
    /// </summary>
    public string? DefaultRamId { get; init; }

    /// <summary>Whether QEMU announces that it goes away.</summary>
    public bool IsDeprecated { get; init; }

    /// <summary>Whether the chipset is q35, so that PCI Express is at hand.</summary>
    public bool IsQ35 => Name == "q35" || Name.StartsWith("pc-q35-", StringComparison.Ordinal);

    /// <summary>Whether the chipset is i440fx.</summary>
    public bool IsI440fx => Name is "pc" or "pc-0" || Name.StartsWith("pc-i440fx-", StringComparison.Ordinal)
        || Name.StartsWith("pc-0.", StringComparison.Ordinal) || Name.StartsWith("pc-1.", StringComparison.Ordinal)
        || Name.StartsWith("rhel", StringComparison.Ordinal);
}
