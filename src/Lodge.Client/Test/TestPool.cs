using Lodge.Model.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>A storage pool, and the volumes in it; nothing of them is on the host.</summary>
/// <param name="definition">What it was defined as.</param>
internal sealed class TestPool(StoragePoolDefinition definition)
{
    private readonly List<StorageVolumeDefinition> _volumes = [];

    /// <summary>What it is.</summary>
    public StoragePoolDefinition Definition { get; set; } = definition;

    /// <summary>Its name.</summary>
    public string Name => Definition.Name;

    /// <summary>Whether it is started, and starts with the host.</summary>
    public TestSwitch Switch { get; } = new() { IsActive = false };

    /// <summary>Whether it is gone once it stops.</summary>
    public bool IsTransient { get; init; }

    /// <summary>Its volumes.</summary>
    public IReadOnlyList<StorageVolumeDefinition> Volumes => _volumes;

    /// <summary>How much room there is.</summary>
    public StoragePoolUsage Usage
    {
        get
        {
            var used = _volumes.Aggregate(0UL, (sum, volume) => sum + volume.Allocation);
            return new StoragePoolUsage(TestDefaults.PoolCapacity, used, TestDefaults.PoolCapacity - used);
        }
    }

    /// <summary>What a client holds of it.</summary>
    public RemoteStoragePool ToWire() => new() { Name = Name, Uuid = Definition.Uuid };

    /// <summary>What a client holds of a volume.</summary>
    public RemoteStorageVol ToWire(StorageVolumeDefinition volume) =>
        new() { Pool = Name, Name = volume.Name, Key = volume.Key };

    /// <summary>A volume by its name; null where there is none.</summary>
    public StorageVolumeDefinition? Find(string name) => _volumes.Find(volume => volume.Name == name);

    /// <summary>Makes a volume.</summary>
    /// <param name="xml">Its XML.</param>
    /// <param name="content">The volume that it is like; null for an empty one.</param>
    /// <exception cref="VirException">The XML is wrong, the name taken, or the pool full.</exception>
    public StorageVolumeDefinition Make(string xml, StorageVolumeDefinition? content)
    {
        var options = content is null ? StorageVolumeXmlOptions.None : StorageVolumeXmlOptions.NoCapacity;
        var asked = StorageVolumeXml.Parse(xml, Definition.Type, options);
        if (Find(asked.Name) is not null)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_TEST, "storage vol already exists");
        }

        if (asked.Allocation > Usage.Available)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_TEST,
                $"Not enough free space in pool for volume '{asked.Name}'");
        }

        var path = $"{Definition.TargetPath}/{asked.Name}";
        var made = asked with
        {
            Key = path,
            Path = path,
            Type = VirStorageVolType.VIR_STORAGE_VOL_FILE,
            Capacity = Math.Max(asked.Capacity, content?.Capacity ?? 0),
        };
        _volumes.Add(made);
        return made;
    }

    /// <summary>Forgets a volume.</summary>
    public void Delete(StorageVolumeDefinition volume) => _volumes.Remove(volume);
}
