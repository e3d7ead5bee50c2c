using Lodge.Install.Facts;

namespace Lodge.Install.Plan;

/// <summary>A volume that is to be made before the guest is.</summary>
internal sealed record VolumeRequest
{
    /// <summary>The pool it is to be in.</summary>
    public required HostPool Pool { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its size in bytes; one beyond 64 bits is refused by every pool.</summary>
    public required UInt128 Capacity { get; init; }

    /// <summary>Bytes that it is to take at once.</summary>
    public UInt128 Allocation { get; init; }

    /// <summary>Its format; null where the pool has but one.</summary>
    public string? Format { get; init; }

    /// <summary>What it is to be an overlay of.</summary>
    public string? BackingPath { get; init; }

    /// <summary>The format of that.</summary>
    public string? BackingFormat { get; init; }

    /// <summary>Whether its counts of references are written late, which is faster.</summary>
    public bool IsLazy => Format == "qcow2";

    /// <summary>What guests will find it by: a path, or its name where volumes have none.</summary>
    public string Path => Pool.Kind == "network" || Pool.Folder is null
        ? Name
        : System.IO.Path.Combine(Pool.Folder, Name);
}
