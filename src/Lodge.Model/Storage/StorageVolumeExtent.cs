namespace Lodge.Model.Storage;

/// <summary>A part of a device that a volume lies on.</summary>
/// <param name="Device">The device's path.</param>
/// <param name="Extent">The part of it.</param>
public readonly record struct StorageVolumeExtent(string Device, StorageExtent Extent);
