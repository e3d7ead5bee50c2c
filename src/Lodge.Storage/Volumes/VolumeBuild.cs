using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Storage.Pools;

namespace Lodge.Storage.Volumes;

/// <summary>A volume that is being made.</summary>
/// <param name="Pool">Its pool.</param>
/// <param name="Volume">The volume, its place settled.</param>
/// <param name="Input">The volume whose content it gets; null for none.</param>
/// <param name="Flags">How it is made.</param>
public sealed record VolumeBuild(
    PoolSnapshot Pool, StorageVolumeDefinition Volume, StorageVolumeDefinition? Input, VirStorageVolCreateFlags Flags)
{
    /// <summary>Whether a flag is set.</summary>
    internal bool Has(VirStorageVolCreateFlags flag) => (Flags & flag) != 0;
}
