using Lodge.Model.Domain;

namespace Lodge.Qemu.Preparation;

/// <summary>The numbers by which a running guest's images are told apart, and their block nodes named.</summary>
internal static class BlockIndexes
{
    /// <summary>Numbers all images of a guest that is to start, the last disk's first: those that a person named, then
    /// those that were found below them.</summary>
    public static void Assign(DomainDefinition definition)
    {
        var next = 1u;
        foreach (var isFound in (ReadOnlySpan<bool>)[false, true])
        {
            foreach (var disk in definition.Disks.AsEnumerable().Reverse().Where(HasNodes))
            {
                foreach (var image in Chain(disk.Source).Where(image => image.BackingDetected == isFound))
                {
                    // An empty drive has its number too: a disc may come.
                    image.Index = next++;
                }
            }
        }
    }

    /// <summary>Numbers the images of a disk that is plugged into a running guest.</summary>
    public static void AssignNext(DomainDefinition definition, StorageSource source)
    {
        var last = definition.Disks.SelectMany(disk => Chain(disk.Source)).Select(image => image.Index);
        var next = last.DefaultIfEmpty().Max();
        foreach (var image in Chain(source))
        {
            image.Index = ++next;
        }
    }

    private static bool HasNodes(Disk disk) =>
        disk.Bus != DiskBus.Sd && disk.Source.Type != StorageType.Vhostuser;

    private static IEnumerable<StorageSource> Chain(StorageSource top)
    {
        for (var image = top; image is not null && image.Type != StorageType.None; image = image.Backing)
        {
            yield return image;
        }
    }
}
