using Lodge.Model.Storage;
using Lodge.Storage.Backends.Scsi;

namespace Lodge.Storage.Pools;

/// <summary>Tells whether two pools would stand on the same storage, and damage each other.</summary>
internal static class PoolSources
{
    /// <summary>Whether a pool to be defined stands on what a known one stands on.</summary>
    public static bool AreSame(StoragePoolDefinition known, StoragePoolDefinition asked) => known.Type switch
    {
        StoragePoolType.Dir => asked.Type == known.Type && known.TargetPath == asked.TargetPath,
        StoragePoolType.Gluster => asked.Type == known.Type
            && known.Source.Name == asked.Source.Name
            && known.Source.Directory == asked.Source.Directory
            && HaveSameServer(known.Source, asked.Source),
        StoragePoolType.Netfs => asked.Type == known.Type
            && known.Source.Directory == asked.Source.Directory
            && HaveSameServer(known.Source, asked.Source),
        StoragePoolType.Scsi => asked.Type == known.Type && HaveSameAdapter(known.Source.Adapter, asked.Source.Adapter),
        StoragePoolType.Iscsi => asked.Type == known.Type
            && ShareDevice(known.Source, asked.Source)
            && known.Source.InitiatorName == asked.Source.InitiatorName,
        StoragePoolType.Fs or StoragePoolType.Logical or StoragePoolType.Disk or StoragePoolType.Zfs =>
            asked.Type is StoragePoolType.Fs or StoragePoolType.Logical or StoragePoolType.Disk or StoragePoolType.Zfs
            && ShareDevice(known.Source, asked.Source),
        StoragePoolType.Sheepdog => asked.Type == known.Type && HaveSameServer(known.Source, asked.Source),
        StoragePoolType.Mpath => asked.Type == known.Type,
        StoragePoolType.Vstorage => asked.Type == known.Type && known.Source.Name == asked.Source.Name,
        _ => false,
    };

    private static bool ShareDevice(StoragePoolSource known, StoragePoolSource asked) =>
        known.Devices.Any(device => asked.Devices.Any(other => other.Path == device.Path));

    private static bool HaveSameServer(StoragePoolSource known, StoragePoolSource asked)
    {
        if (known.Hosts.Count != 1 && asked.Hosts.Count != 1)
            return false;
        var (first, second) = (known.Hosts[0], asked.Hosts[0]);
        return (second.Port == 0 || first.Port == second.Port) && first.Name == second.Name;
    }

    private static bool HaveSameAdapter(StorageAdapter known, StorageAdapter asked) => (known.Type, asked.Type) switch
    {
        (StorageAdapterType.FcHost, StorageAdapterType.FcHost) =>
            known.NodeName == asked.NodeName && known.PortName == asked.PortName,
        (StorageAdapterType.ScsiHost, StorageAdapterType.ScsiHost) =>
            IsSameParent(known, asked) || (ScsiHosts.Number(known) is { } host && host == ScsiHosts.Number(asked)),
        (StorageAdapterType.FcHost, StorageAdapterType.ScsiHost) => IsHostOf(known, ScsiHosts.Number(asked)),
        (StorageAdapterType.ScsiHost, StorageAdapterType.FcHost) => IsHostOf(asked, ScsiHosts.Number(known)),
        _ => false,
    };

    private static bool IsSameParent(StorageAdapter known, StorageAdapter asked) =>
        known.ParentAddress is { } place && asked.ParentAddress is { } other
        && place.IsSamePlace(other) && known.UniqueId == asked.UniqueId;

    private static bool IsHostOf(StorageAdapter fibre, int? number) => number is { } host
        && ((fibre.Parent is { } parent && ScsiHosts.Number(parent) == host) || ScsiHosts.FindFibre(fibre) == host);
}
