using System.Collections.Immutable;
using Lodge.Model.Storage;

namespace Lodge.Storage.Pools;

/// <summary>The volumes of a pool at one instant, found by name, key and path; never changed.</summary>
public sealed class VolumeSet
{
    private readonly ImmutableDictionary<string, StorageVolume> _byName;
    private readonly ImmutableDictionary<string, StorageVolume> _byKey;
    private readonly ImmutableDictionary<string, StorageVolume> _byPath;

    private VolumeSet(
        ImmutableDictionary<string, StorageVolume> byName,
        ImmutableDictionary<string, StorageVolume> byKey,
        ImmutableDictionary<string, StorageVolume> byPath) =>
        (_byName, _byKey, _byPath) = (byName, byKey, byPath);

    /// <summary>No volumes.</summary>
    public static VolumeSet Empty { get; } = Of([]);

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <summary>Every volume, in no order.</summary>
    public IEnumerable<StorageVolume> All => _byName.Values;

    /// <summary>The volumes of a pool just looked at; of two with one name the first counts.</summary>
    public static VolumeSet Of(IEnumerable<StorageVolumeDefinition> definitions)
    {
        var byName = ImmutableDictionary.CreateBuilder<string, StorageVolume>(StringComparer.Ordinal);
        var byKey = ImmutableDictionary.CreateBuilder<string, StorageVolume>(StringComparer.Ordinal);
        var byPath = ImmutableDictionary.CreateBuilder<string, StorageVolume>(StringComparer.Ordinal);
        foreach (var definition in definitions)
        {
            var volume = new StorageVolume(definition);
            if (byName.TryAdd(definition.Name, volume))
            {
                byKey.TryAdd(definition.Key, volume);
                byPath.TryAdd(definition.Path, volume);
            }
        }

        return new VolumeSet(byName.ToImmutable(), byKey.ToImmutable(), byPath.ToImmutable());
    }

    /// <summary>The volume with this name, or null.</summary>
    public StorageVolume? FindName(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The volume with this key, or null.</summary>
    public StorageVolume? FindKey(string key) => _byKey.GetValueOrDefault(key);

    /// <summary>The volume at this path, or null.</summary>
    public StorageVolume? FindPath(string path) => _byPath.GetValueOrDefault(path);

    /// <summary>The set with a volume put in, or put in place of the one with its name.</summary>
    public VolumeSet With(StorageVolume volume)
    {
        var rest = Without(volume.Name);
        return new VolumeSet(
            rest._byName.SetItem(volume.Name, volume),
            rest._byKey.SetItem(volume.Definition.Key, volume),
            rest._byPath.SetItem(volume.Definition.Path, volume));
    }

    /// <summary>The set without the volume of this name.</summary>
    public VolumeSet Without(string name) => FindName(name) is not { } old
        ? this
        : new VolumeSet(
            _byName.Remove(name), _byKey.Remove(old.Definition.Key), _byPath.Remove(old.Definition.Path));
}
