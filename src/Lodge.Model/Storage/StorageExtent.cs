namespace Lodge.Model.Storage;

/// <summary>A stretch of a device, in bytes.</summary>
/// <param name="Start">The first byte.</param>
/// <param name="End">The byte after the last.</param>
public readonly record struct StorageExtent(ulong Start, ulong End);
