namespace Lodge.Model.Storage;

/// <summary>How much of a pool there is and how much of it is used, in bytes.</summary>
/// <param name="Capacity">All there is.</param>
/// <param name="Allocation">What is used.</param>
/// <param name="Available">What is free.</param>
public readonly record struct StoragePoolUsage(ulong Capacity, ulong Allocation, ulong Available);
