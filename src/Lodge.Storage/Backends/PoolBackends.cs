using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Disks;
using Lodge.Storage.Backends.Folders;
using Lodge.Storage.Backends.Iscsi;
using Lodge.Storage.Backends.Logical;
using Lodge.Storage.Backends.Multipath;
using Lodge.Storage.Backends.Scsi;

namespace Lodge.Storage.Backends;

/// <summary>The types of pools that there are on this host.</summary>
internal sealed class PoolBackends
{
    private readonly IPoolBackend?[] _byType = new IPoolBackend?[Enum.GetValues<StoragePoolType>().Length];

    /// <summary>Makes what this host can have.</summary>
    public PoolBackends(StorageDriverOptions options)
    {
        Add(new FolderPool(options));
        Add(new MountedPool(StoragePoolType.Fs, options));
        Add(new MountedPool(StoragePoolType.Netfs, options));
        Add(new LogicalPool(options));
        Add(new DiskPool(options));
        Add(new IscsiPool(options));
        Add(new ScsiPool());
        Add(new MultipathPool());
    }

    /// <summary>Whether the type is there.</summary>
    public bool Has(StoragePoolType type) => _byType[(int)type] is not null;

    /// <summary>The type.</summary>
    /// <exception cref="VirException">VIR_ERR_INTERNAL_ERROR where it is not there, in libvirt's words.</exception>
    public IPoolBackend Get(StoragePoolType type) => _byType[(int)type]
        ?? throw StorageError.Internal($"missing backend for pool type {(int)type} ({type.ToXml()})");

    private void Add(IPoolBackend backend) => _byType[(int)backend.Type] = backend;
}
