using Lodge.Model.Storage;

namespace Lodge.Storage.Pools;

/// <summary>A volume as its pool knows it at one instant; never changed.</summary>
/// <param name="Definition">What it is, and where.</param>
public sealed record StorageVolume(StorageVolumeDefinition Definition)
{
    /// <summary>Whether it is still being made: it is seen, but nothing can be done with it.</summary>
    public bool IsBuilding { get; init; }

    /// <summary>How many long works (a clone, a wipe, a stream) use it now.</summary>
    public int Users { get; init; }

    /// <summary>Its name.</summary>
    public string Name => Definition.Name;
}
