using Lodge.Model.Storage;

namespace Lodge.Storage.Pools;

/// <summary>The volumes of a pool at one instant, found by name, key and path; never changed.</summary>
public sealed class VolumeSet
{
    private readonly LayeredMap<StorageVolume> _byName;
    private readonly LayeredMap<StorageVolume> _byKey;
    private readonly LayeredMap<StorageVolume> _byPath;

    private VolumeSet(
        LayeredMap<StorageVolume> byName, LayeredMap<StorageVolume> byKey, LayeredMap<StorageVolume> byPath) =>
        (_byName, _byKey, _byPath) = (byName, byKey, byPath);

    /// <summary>No volumes.</summary>
    public static VolumeSet Empty { get; } = Of([]);

    /// <summary>How many there are.</summary>
    public int Count => _byName.Count;

    /// <summary>Every volume, in no order.</summary>
    public IEnumerable<StorageVolume> All => _byName.Values;

    /// <summary>The volumes of a pool just looked at; of two with one name the first counts.</summary>
    public static VolumeSet Of(IReadOnlyCollection<StorageVolumeDefinition> definitions)
    {
        var byName = new Dictionary<string, StorageVolume>(definitions.Count, StringComparer.Ordinal);
        var byPath = new Dictionary<string, StorageVolume>(definitions.Count, StringComparer.Ordinal);
        var keysArePaths = true;
        foreach (var definition in definitions)
        {
            var volume = new StorageVolume(definition);
            if (byName.TryAdd(definition.Name, volume))
            {
                byPath.TryAdd(definition.Path, volume);
                keysArePaths &= definition.Key == definition.Path;
            }
        }

        // A file's key is its path: one map answers both.
        var paths = new LayeredMap<StorageVolume>(byPath);
        return new VolumeSet(new(byName), keysArePaths ? paths : Keys(byName.Values), paths);
    }

    /// <summary>The volume with this name, or null.</summary>
    public StorageVolume? FindName(string name) => _byName.Find(name);

    /// <summary>The volume with this key, or null.</summary>
    public StorageVolume? FindKey(string key) => _byKey.Find(key);

    /// <summary>The volume at this path, or null.</summary>
    public StorageVolume? FindPath(string path) => _byPath.Find(path);

    /// <summary>The set with a volume put in, or put in place of the one with its name.</summary>
    public VolumeSet With(StorageVolume volume)
    {
        var rest = Without(volume.Name);
        return new VolumeSet(
            rest._byName.With(volume.Name, volume),
            rest._byKey.With(volume.Definition.Key, volume),
            rest._byPath.With(volume.Definition.Path, volume));
    }

    /// <summary>The set without the volume of this name.</summary>
    public VolumeSet Without(string name) => FindName(name) is not { } old
        ? this
        : new VolumeSet(
            _byName.Without(name), _byKey.Without(old.Definition.Key), _byPath.Without(old.Definition.Path));

    private static LayeredMap<StorageVolume> Keys(IEnumerable<StorageVolume> volumes)
    {
        var byKey = new Dictionary<string, StorageVolume>(StringComparer.Ordinal);
        foreach (var volume in volumes)
            byKey.TryAdd(volume.Definition.Key, volume);
        return new LayeredMap<StorageVolume>(byKey);
    }
}
