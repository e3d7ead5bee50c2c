using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.CommandLine.Block;
using Lodge.Qemu.Firmware;

namespace Lodge.Qemu.Preparation;

/// <summary>What only a guest that runs has, and follows from nothing but its definition and its folders.</summary>
internal static class LiveValues
{
    /// <summary>Fills it in.</summary>
    public static void Assign(
        DomainDefinition definition, QemuSettings settings, GuestDirectories directories, string nvramRoot)
    {
        FirmwareSelection.Apply(definition, nvramRoot);
        MemoryAlignment.Assign(definition);
        BlockIndexes.Assign(definition);
        foreach (var disk in definition.Disks)
        {
            disk.Driver.Cache = BlockPolicy.EffectiveCache(disk);
        }

        foreach (var display in definition.Graphics)
        {
            DisplayPreparation.AssignPlaces(display, settings, directories);
        }

        foreach (var channel in definition.Channels)
        {
            AssignPath(channel, directories);
        }

        foreach (var shmem in definition.Shmems)
        {
            if (shmem.HasServer) shmem.ServerPath ??= $"/var/lib/libvirt/shmem-{shmem.Name}-sock";
        }
    }

    /// <summary>Gives a channel its socket where a person left it to the daemon.</summary>
    public static void AssignPath(ChannelDevice channel, GuestDirectories directories)
    {
        if (channel is not
            { TargetType: ChannelTarget.Virtio, Source: { Type: CharacterSourceType.Unix, Path: null } source })
        {
            return;
        }

        source.Listen = true;
        source.Path = Path.Combine(directories.Channels, channel.Name ?? FallbackName(channel));
    }

    private static string FallbackName(ChannelDevice channel)
    {
        var address = channel.Address as VirtioSerialAddress ?? new VirtioSerialAddress();
        return string.Create(
            CultureInfo.InvariantCulture, $"vioser-{address.Controller:D2}-{address.Bus:D2}-{address.Port:D2}.sock");
    }
}
