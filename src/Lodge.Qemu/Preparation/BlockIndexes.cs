using Lodge.Model.Domain;

namespace Lodge.Qemu.Preparation;

/// <summary>The numbers by which a running guest's images are told apart, and their block nodes named.</summary>
internal static class BlockIndexes
{
    /// <summary>Numbers all images of a guest that is to start, the last disk's first.</summary>
    public static void Assign(DomainDefinition definition)
    {
        var next = 1u;
        foreach (var disk in definition.Disks.AsEnumerable().Reverse())
        {
            if (HasNodes(disk)) next = Assign(disk.Source, next);
        }
    }

    /// <summary>Numbers the images of a disk that is plugged into a running guest.</summary>
    public static void AssignNext(DomainDefinition definition, StorageSource source)
    {
        var last = definition.Disks.SelectMany(disk => Chain(disk.Source)).Select(image => image.Index);
        Assign(source, last.DefaultIfEmpty().Max() + 1);
    }

    private static bool HasNodes(Disk disk) =>
        disk.Bus != DiskBus.Sd && disk.Source.Type != StorageType.Vhostuser;

    private static uint Assign(StorageSource top, uint next)
    {
        // An empty drive has its number too: a disc may come.
        foreach (var image in Chain(top))
        {
            image.Index = next++;
        }

        return next;
    }

    private static IEnumerable<StorageSource> Chain(StorageSource top)
    {
        for (var image = top; image is not null && image.Type != StorageType.None; image = image.Backing)
        {
            yield return image;
        }
    }
}
