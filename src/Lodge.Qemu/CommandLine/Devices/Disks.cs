using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Block;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>All disks of a guest: their images as block nodes, then the disks on them.</summary>
internal static class Disks
{
    public static void Add(CommandLineWriter writer, BootOrder bootOrder)
    {
        AddFloppyController(writer, bootOrder);
        foreach (var disk in writer.Definition.Disks)
        {
            // Their shared image is plugged in once the guest runs.
            if (disk is { Transient: true, TransientShareBacking: true }) continue;
            Add(writer, disk, bootOrder);
        }
    }

    private static void Add(CommandLineWriter writer, Disk disk, BootOrder bootOrder)
    {
        if (disk.Bus == DiskBus.Sd)
        {
            writer.Command.Add("-drive", SdCard.Option(disk));
            return;
        }

        if (disk.Source.Type == StorageType.Vhostuser)
        {
            writer.AddCharacter(disk.Source.VhostUser!, DiskProperties.VhostUserCharacter(disk));
        }
        else
        {
            writer.AddBlockChain(BlockChain.Of(disk, writer.Context));
            if (DiskProperties.CopyOnReadNode(disk) is { } filter) writer.Command.Add("-blockdev", filter);
        }

        writer.AddDevice(DiskProperties.Of(disk, bootOrder.Of(disk), writer.Scope));
    }

    private static void AddFloppyController(CommandLineWriter writer, BootOrder bootOrder)
    {
        var floppies = writer.Definition.Disks.Where(disk => disk.Bus == DiskBus.Fdc).ToList();
        if (floppies.Count == 0) return;
        uint first = 0, second = 0;
        foreach (var floppy in floppies)
        {
            if (floppy.Address is DriveAddress { Unit: not 0 }) second = bootOrder.Of(floppy);
            else first = bootOrder.Of(floppy);
        }

        if (MachineFamily.NeedsFloppyController(writer.Definition))
        {
            writer.AddDevice(QemuProperties.Device("isa-fdc")
                .AddNonZero("bootindexA", first)
                .AddNonZero("bootindexB", second));
            return;
        }

        AddGlobal(writer, "isa-fdc.bootindexA", first);
        AddGlobal(writer, "isa-fdc.bootindexB", second);
    }

    private static void AddGlobal(CommandLineWriter writer, string property, uint bootIndex)
    {
        if (bootIndex == 0) return;
        writer.Command.Add("-global", string.Create(CultureInfo.InvariantCulture, $"{property}={bootIndex}"));
    }
}
