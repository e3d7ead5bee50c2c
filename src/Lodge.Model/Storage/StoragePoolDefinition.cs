using Lodge.Protocol;

namespace Lodge.Model.Storage;

/// <summary>A storage pool as it is asked for (<c>&lt;pool&gt;</c>); never changed.</summary>
/// <remarks>https://libvirt.org/formatstorage.html</remarks>
public sealed partial record StoragePoolDefinition
{
    /// <summary>What it stands on.</summary>
    public required StoragePoolType Type { get; init; }

    /// <summary>Its name; never with a slash.</summary>
    public required string Name { get; init; }

    /// <summary>Its UUID.</summary>
    public required VirUuid Uuid { get; init; }

    /// <summary>What it stands on, in detail.</summary>
    public StoragePoolSource Source { get; init; } = new();

    /// <summary>Where its volumes appear on this host; empty for pools on the network.</summary>
    public string TargetPath { get; init; } = "";

    /// <summary>Who owns that folder.</summary>
    public StoragePermissions Permissions { get; init; } = StoragePermissions.None;

    /// <summary>Whether files are copied on write (<c>&lt;cow&gt;</c>); null where nobody said.</summary>
    public bool? CopyOnWrite { get; init; }

    /// <summary>How a refresh finds what volumes occupy; null where nobody said.</summary>
    public RefreshAllocation? RefreshAllocation { get; init; }

    /// <summary>Further options of the mount (<c>&lt;fs:mount_opts&gt;</c>), of types fs and netfs.</summary>
    public IReadOnlyList<string> MountOptions { get; init; } = [];

    /// <summary>What is particular to the type.</summary>
    public StoragePoolTraits Traits => StoragePoolTraits.Of(Type);
}
