using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.CommandLine.Devices;
using Lodge.Qemu.Preparation;

namespace Lodge.Qemu.Hotplug;

/// <summary>Disks of running guests.</summary>
internal static class DiskHotplug
{
    public static async Task PlugAsync(LiveGuest guest, Disk disk, PlugTransaction plug)
    {
        Check(disk);
        await DiskPreparation.FindAsync(disk, guest.Services, CancellationToken.None);
        BlockIndexes.AssignNext(guest.Definition, disk.Source);
        guest.Services.Files.Grant(guest.Definition, disk, plug.OnUndo);
        disk.Driver.Cache = BlockPolicy.EffectiveCache(disk);
        await plug.AddBlockChainAsync(BlockChain.Of(disk, guest.Context));
        if (DiskProperties.CopyOnReadNode(disk) is { } filter) await plug.AddBlockNodeAsync(filter);
        await plug.AddDeviceAsync(DiskProperties.Of(disk, disk.BootOrder, guest.Scope));
        if (disk is { IoTune.IsEmpty: false, Source.IsEmpty: false })
        {
            await plug.ExecuteAsync("block_set_io_throttle", DiskThrottle.Properties(disk));
        }
    }

    /// <summary>Takes the nodes and objects of a disk's images away; those that are in use elsewhere stay.</summary>
    public static async Task ClearAsync(LiveGuest guest, Disk disk)
    {
        if (disk.Source.IsEmpty) return;
        await using var cleared = new PlugTransaction(guest.Monitor, CancellationToken.None);
        cleared.Adopt(BlockChain.Of(disk, guest.Context));
        if (DiskProperties.CopyOnReadNode(disk) is { } filter) cleared.AdoptBlockNode(filter);
    }

    private static void Check(Disk disk)
    {
        if (disk.Kind == DiskDevice.Floppy) throw HotplugError.Unsupported("floppy device hotplug isn't supported");
        if (disk is { Bus: DiskBus.Virtio, Kind: DiskDevice.Cdrom })
        {
            throw HotplugError.Unsupported("cdrom device with virtio bus isn't supported");
        }

        if (disk.Bus is not (DiskBus.Virtio or DiskBus.Scsi or DiskBus.Usb))
        {
            throw HotplugError.Unsupported($"disk bus '{disk.Bus.ToXml()}' cannot be hotplugged.");
        }
    }
}
