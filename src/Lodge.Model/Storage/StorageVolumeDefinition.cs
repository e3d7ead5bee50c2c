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

    /// <summary>The bytes it occupies.</summary>
    public ulong Allocation { get; init; }

    /// <summary>Where it is; empty before it is made.</summary>
    public string Path { get; init; } = "";
}
