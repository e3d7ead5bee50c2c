using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.BlockJobs;

/// <summary>Images that come to, and go from, a running guest's disk.</summary>
public static class DiskImages
{
    /// <summary>The node that a disk's device sees.</summary>
    public static string TopNode(Disk disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        return disk.Driver.CopyOnRead == true ? BlockNames.CopyOnRead(disk.Target!) : FormatNode(disk.Source);
    }

    /// <summary>The node of an image's format.</summary>
    public static string FormatNode(StorageSource image) => BlockNames.Of(image).Format;

    /// <summary>Opens an image that a disk's content is to be copied to.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="disk">The disk.</param>
    /// <param name="image">The image, numbered by this.</param>
    /// <param name="standsOnDisk">Whether what lies below the image is open already, below the disk.</param>
    /// <param name="cancellation">Stops waiting.</param>
    /// <exception cref="Protocol.Errors.VirException">It cannot be opened; nothing is.</exception>
    public static async Task OpenAsync(
        LiveGuest guest, Disk disk, StorageSource image, bool standsOnDisk, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(image);
        await using var plug = new PlugTransaction(guest.Monitor, cancellation);
        var below = image.Backing;
        if (standsOnDisk) image.Backing = null;
        BlockIndexes.AssignNext(guest.Definition, image);
        image.Backing = below;
        guest.Services.Files.GrantImage(guest.Definition, image, plug.OnUndo);
        var policy = BlockPolicy.Of(disk) with { IsReadOnly = false };
        if (standsOnDisk)
            await plug.AddBlockLayerAsync(BlockLayer.Of(image, policy, BlockNames.Of(image), guest.Context));
        else
            await plug.AddBlockChainAsync(BlockChain.Of(image, policy, guest.Context));
        plug.Commit();
    }

    /// <summary>Closes images that a disk does not stand on any more.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="disk">The disk.</param>
    /// <param name="top">The first of them; those below go too.</param>
    public static async Task CloseAsync(LiveGuest guest, Disk disk, StorageSource top)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(top);
        if (top.IsEmpty) return;
        await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
        cleared.Adopt(BlockChain.Of(top, BlockPolicy.Of(disk), guest.Context));
    }
}
