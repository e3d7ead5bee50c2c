using Lodge.Model.Storage;

namespace Lodge.Storage.Backends.Disks;

/// <summary>Where a new partition goes.</summary>
internal static class PartitionPlace
{
    // What disks, and what flash below them, write at a time divides this.
    private const ulong Alignment = 1024 * 1024;

    /// <summary>
    /// The smallest stretch of free room that the partition fits in; partitions begin at whole mebibytes.
    /// </summary>
    /// <exception cref="Protocol.Errors.VirException">VIR_ERR_INTERNAL_ERROR where it fits nowhere.</exception>
    public static StorageExtent Find(
        IEnumerable<(StorageExtent Extent, bool IsLogical)> free, bool isLogical, ulong capacity)
    {
        StorageExtent? best = null;
        var room = ulong.MaxValue;
        var size = RoundUp(Math.Max(capacity, 1));
        foreach (var (extent, isInside) in free)
        {
            // The table of a logical partition stands before it.
            var start = RoundUp(Math.Max(extent.Start + (isLogical ? 1UL : 0UL), Alignment));
            if (isInside != isLogical || start > extent.End || extent.End - start < size
                || extent.End - extent.Start >= room)
                continue;
            room = extent.End - extent.Start;
            best = new StorageExtent(start, start + size);
        }

        return best ?? throw StorageError.Internal("no large enough free extent");
    }

    private static ulong RoundUp(ulong bytes) => (bytes + Alignment - 1) / Alignment * Alignment;
}
