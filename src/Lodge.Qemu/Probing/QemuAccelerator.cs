namespace Lodge.Qemu.Probing;

/// <summary>The CPUs that guests have under one accelerator (KVM or TCG).</summary>
public sealed record QemuAccelerator
{
    /// <summary>The CPU models (QMP <c>query-cpu-definitions</c>), in QEMU's order.</summary>
    public required IReadOnlyList<QemuCpuModel> CpuModels { get; init; }

    /// <summary>
    /// The fullest CPU: <c>host</c> under KVM and <c>max</c> under TCG, expanded; null where QEMU cannot say.
    /// </summary>
    public QemuCpuExpansion? FullestCpu { get; init; }

    /// <summary>Hyper-V enlightenments that can be switched on, by libvirt's names.</summary>
    public IReadOnlyList<string> HypervFeatures { get; init; } = [];
}

/// <summary>A CPU model that QEMU offers.</summary>
public sealed record QemuCpuModel
{
    /// <summary>The name, for example <c>Skylake-Client-IBRS</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The QOM type, for example <c>Skylake-Client-IBRS-x86_64-cpu</c>.</summary>
    public required string TypeName { get; init; }

    /// <summary>What the host lacks to run it (QEMU's feature names); null where QEMU did not say.</summary>
    public IReadOnlyList<string>? UnavailableFeatures { get; init; }

    /// <summary>Whether QEMU announces that it goes away.</summary>
    public bool IsDeprecated { get; init; }
}

/// <summary>A CPU model with all its properties (QMP <c>query-cpu-model-expansion</c>).</summary>
public sealed record QemuCpuExpansion
{
    /// <summary>The model it was reduced to.</summary>
    public required string Name { get; init; }

    /// <summary>The properties that are true or false.</summary>
    public required IReadOnlyDictionary<string, QemuCpuFeature> Features { get; init; }

    /// <summary>The properties that are numbers, such as <c>family</c>.</summary>
    public required IReadOnlyDictionary<string, long> Numbers { get; init; }

    /// <summary>The properties that are texts, such as <c>vendor</c>.</summary>
    public required IReadOnlyDictionary<string, string> Texts { get; init; }
}

/// <summary>One true-or-false property of a CPU.</summary>
/// <param name="IsOn">Whether the CPU has it.</param>
/// <param name="IsMigratable">Whether a guest that sees it can be migrated.</param>
public readonly record struct QemuCpuFeature(bool IsOn, bool IsMigratable);
