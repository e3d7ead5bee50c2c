using Lodge.Protocol.Constants;

namespace Lodge.Model.Storage;

/// <summary>A volume of a storage pool (<c>&lt;volume&gt;</c>); never changed.</summary>
/// <remarks>https://libvirt.org/formatstorage.html</remarks>
public sealed partial record StorageVolumeDefinition
{
    /// <summary>Its name, unique in its pool.</summary>
    public required string Name { get; init; }

    /// <summary>What names it on the whole host; empty before it is made.</summary>
    public string Key { get; init; } = "";

    /// <summary>What it is.</summary>
    public VirStorageVolType Type { get; init; }

    /// <summary>The bytes a guest sees.</summary>
    public ulong Capacity { get; init; }

    /// <summary>The bytes it occupies, or is to occupy from the start.</summary>
    public ulong Allocation { get; init; }

    /// <summary>Whether <see cref="Allocation"/> was said, and does not just follow from the capacity.</summary>
    public bool HasAllocation { get; init; }

    /// <summary>The bytes from its beginning to its end on the host; 0 where that is not known.</summary>
    public ulong Physical { get; init; }

    /// <summary>The parts of devices it lies on, of a volume of a disk or a volume group.</summary>
    public IReadOnlyList<StorageVolumeExtent> Extents { get; init; } = [];

    /// <summary>Whether it has less room than its capacity, as a snapshot of LVM has; never read from XML.</summary>
    public bool IsSparse { get; init; }

    /// <summary>What kind of partition it is, of a volume of a disk; never read from XML.</summary>
    public PartitionKind Partition { get; init; }

    /// <summary>Where it is, and in what form.</summary>
    public StorageVolumeTarget Target { get; init; } = new();

    /// <summary>The image below it; null where there is none.</summary>
    public StorageVolumeTarget? Backing { get; init; }

    /// <summary>Where it is; empty before it is made.</summary>
    public string Path
    {
        get => Target.Path ?? "";
        init => Target = Target with { Path = value };
    }
}
