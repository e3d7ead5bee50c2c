namespace Lodge.Qemu.Processors;

/// <summary>A named feature of processors.</summary>
/// <param name="Name">libvirt's name, for example <c>fxsr_opt</c>.</param>
/// <param name="Bits">The bits that mean it.</param>
/// <param name="IsMigratable">Whether a guest that has it can be migrated.</param>
public sealed record CpuFeatureDefinition(string Name, CpuBits Bits, bool IsMigratable);

/// <summary>Real processors that a model stands for.</summary>
/// <param name="Family">Their family.</param>
/// <param name="Model">Their model.</param>
/// <param name="Steppings">Their steppings; null for any.</param>
public sealed record CpuModelSignature(uint Family, uint Model, IReadOnlySet<uint>? Steppings)
{
    /// <summary>Whether a processor is one of them.</summary>
    public bool Matches(CpuSignature signature) =>
        signature.Family == Family && signature.Model == Model && Steppings?.Contains(signature.Stepping) != false;
}

/// <summary>A named model of processors.</summary>
public sealed record CpuModelDefinition
{
    /// <summary>The name, for example <c>EPYC-Milan</c>.</summary>
    public required string Name { get; init; }

    /// <summary>The vendor's name, or null where it is of none.</summary>
    public string? Vendor { get; init; }

    /// <summary>Whether a host may be described by it.</summary>
    public bool DescribesHosts { get; init; }

    /// <summary>Whether a guest may be described by it.</summary>
    public bool DescribesGuests { get; init; }

    /// <summary>The real processors that it stands for.</summary>
    public IReadOnlyList<CpuModelSignature> Signatures { get; init; } = [];

    /// <summary>The bits of all its features.</summary>
    public required CpuBits Bits { get; init; }

    /// <summary>Features that it had once; a guest of it must be told that they are gone.</summary>
    public IReadOnlyList<string> RemovedFeatures { get; init; } = [];

    /// <summary>Whether it stands for a processor.</summary>
    public bool Matches(CpuSignature signature) => Signatures.Any(known => known.Matches(signature));
}

/// <summary>A processor in words.</summary>
public sealed record CpuDescription
{
    /// <summary>The nearest model.</summary>
    public required string Model { get; init; }

    /// <summary>The vendor, or null where unknown.</summary>
    public string? Vendor { get; init; }

    /// <summary>Family, model and stepping.</summary>
    public required CpuSignature Signature { get; init; }

    /// <summary>In what it differs from the model: features it has beyond, and features it lacks.</summary>
    public required IReadOnlyList<CpuDifference> Features { get; init; }
}

/// <summary>A feature by which a processor differs from its model.</summary>
/// <param name="Name">libvirt's name.</param>
/// <param name="IsPresent">Whether the processor has it and the model has not; otherwise the other way round.</param>
public readonly record struct CpuDifference(string Name, bool IsPresent);
