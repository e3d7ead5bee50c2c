namespace Lodge.Model.Storage;

/// <summary>What a volume's XML may leave out.</summary>
[Flags]
public enum StorageVolumeXmlOptions
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>The capacity, which another volume gives.</summary>
    NoCapacity = 1,

    /// <summary>The capacity, where the image below gives it.</summary>
    CapacityOfBacking = 2,
}
