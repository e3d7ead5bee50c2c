using Lodge.Model.Domain;
using Lodge.Qemu.CommandLine.Characters;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>Memory that guests share.</summary>
internal static class Shmems
{
    private const ulong SmallestSize = 1024 * 1024;

    public static void Add(CommandLineWriter writer)
    {
        foreach (var shmem in writer.Definition.Shmems)
        {
            Check(shmem);
            if (shmem.Model == ShmemModel.IvshmemPlain) writer.AddObject(MemoryObject(shmem));
            writer.AddDevice(Properties(shmem, writer.Scope));
            if (shmem.HasServer) writer.AddCharacter(Server(shmem), CharacterOption.Id(shmem.Alias));
        }
    }

    /// <summary>The object that holds the memory.</summary>
    public static QemuProperties MemoryObject(Shmem shmem) =>
        QemuProperties.Object("memory-backend-file", MemoryId(shmem))
            .Add("mem-path", "/dev/shm/" + shmem.Name)
            .Add("size", (ulong?)shmem.Size)
            .Add("share", (bool?)true);

    /// <summary>The device's properties.</summary>
    public static QemuProperties Properties(Shmem shmem, GuestScope scope)
    {
        if (shmem.Model == ShmemModel.Ivshmem)
        {
            throw ConfigurationError.Unsupported("ivshmem device is not supported with this QEMU binary");
        }

        return QemuProperties.Device(shmem.Model.ToXml())
            .Add("id", shmem.Alias)
            .Add("chardev", shmem.HasServer ? CharacterOption.Id(shmem.Alias) : null)
            .Add("memdev", shmem.HasServer ? null : MemoryId(shmem))
            .AddOnOff("master", shmem.HasServer || shmem.Role == ShmemRole.Default
                ? null
                : shmem.Role == ShmemRole.Master)
            .AddNonZero("vectors", shmem.MsiVectors)
            .Add("ioeventfd", shmem.MsiIoEventFd)
            .AddAddress(shmem, scope);
    }

    /// <summary>The socket of the process that lends the memory out.</summary>
    public static CharacterSource Server(Shmem shmem) => new()
    {
        Type = CharacterSourceType.Unix,
        Path = shmem.ServerPath ?? $"/var/lib/libvirt/shmem-{shmem.Name}-sock",
    };

    private static string MemoryId(Shmem shmem) => "shmmem-" + shmem.Alias;

    private static void Check(Shmem shmem)
    {
        if (shmem.Size != 0 && !ulong.IsPow2(shmem.Size))
        {
            throw ConfigurationError.Xml("shmem size must be a power of two");
        }

        if (shmem.Size is not 0 and < SmallestSize)
        {
            throw ConfigurationError.Xml("shmem size must be at least 1 MiB (1024 KiB)");
        }

        if (shmem.Address is not PciAddress)
        {
            throw ConfigurationError.Unsupported("only 'pci' addresses are supported for the shared memory device");
        }
    }
}
