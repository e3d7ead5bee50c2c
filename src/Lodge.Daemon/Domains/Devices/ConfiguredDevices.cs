using System.Collections;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Devices;

/// <summary>Devices of a stored configuration: added, found, replaced and removed there.</summary>
internal static class ConfiguredDevices
{
    /// <summary>Adds a device; its place is given when the definition is completed.</summary>
    /// <exception cref="VirException">Another has its target or place, or there can be only one of its
    /// kind.</exception>
    public static void Add(DomainDefinition definition, Device device)
    {
        switch (device)
        {
            case Disk disk when definition.Disks.Exists(one => one.Target == disk.Target):
                throw DomainErrors.Invalid($"target {disk.Target} already exists.");
            case Disk disk:
                definition.Insert(disk);
                break;
            case Controller controller when controller.Index >= 0 && definition.Controllers.Exists(
                one => one.Type == controller.Type && one.Index == controller.Index):
                throw DomainErrors.Invalid("Target already exists");
            case Controller controller:
                definition.Insert(controller);
                break;
            case Watchdog when definition.Watchdog is not null:
                throw DomainErrors.Invalid("domain already has a watchdog");
            case Watchdog watchdog:
                definition.Watchdog = watchdog;
                break;
            case Vsock when definition.Vsock is not null:
                throw DomainErrors.Invalid("domain already has a vsock device");
            case Vsock vsock:
                definition.Vsock = vsock;
                break;
            case MemoryDevice module:
                definition.MemoryDevices.Add(module);
                definition.Memory += module.Size;
                break;
            default:
                ListOf(definition, device).Add(device);
                break;
        }
    }

    /// <summary>Finds the device that the XML describes.</summary>
    /// <exception cref="VirException">VIR_ERR_DEVICE_MISSING where there is none.</exception>
    public static Device Find(DomainDefinition definition, Device meant) => meant switch
    {
        Disk disk =>
            definition.Disks.Find(one => one.Target == disk.Target) ?? throw Missing($"no target device {disk.Target}"),
        Interface card =>
            definition.Interfaces.Find(one => card.MacGenerated ? one.Model == card.Model : one.Mac == card.Mac)
            ?? throw Missing($"no device matching MAC address {card.Mac} found"),
        Controller controller =>
            definition.Controllers.Find(one => one.Type == controller.Type && one.Index == controller.Index)
            ?? throw Missing($"controller {controller.Type.ToXml()}:{controller.Index} not found"),
        Watchdog => (Device?)definition.Watchdog ?? throw Missing("domain has no watchdog"),
        Vsock => (Device?)definition.Vsock ?? throw Missing("matching vsock device not found"),
        ChannelDevice channel =>
            definition.Channels.Find(one => one.Name == channel.Name && one.TargetType == channel.TargetType)
            ?? throw Missing("device not present in domain configuration"),
        _ => ListOf(definition, meant).Cast<Device>()
            .FirstOrDefault(one => meant.Address is null || meant.Address == one.Address)
            ?? throw Missing("device not present in domain configuration"),
    };

    /// <summary>Removes a device of the definition.</summary>
    public static void Remove(DomainDefinition definition, Device device)
    {
        switch (device)
        {
            case Watchdog:
                definition.Watchdog = null;
                break;
            case Vsock:
                definition.Vsock = null;
                break;
            case MemoryDevice module:
                definition.MemoryDevices.Remove(module);
                definition.Memory -= module.Size;
                break;
            default:
                ListOf(definition, device).Remove(device);
                break;
        }
    }

    /// <summary>Puts a device in the place of the one it describes, whose alias and address it keeps.</summary>
    public static void Replace(DomainDefinition definition, Device wanted)
    {
        var present = Find(definition, wanted);
        wanted.Alias ??= present.Alias;
        if (wanted.WantsPciAddress || wanted.Address is null)
            wanted.Address = present.Address;
        var list = ListOf(definition, present);
        list[list.IndexOf(present)] = wanted;
    }

    /// <summary>Puts a display in the place of the one of its type.</summary>
    public static void Replace(DomainDefinition definition, Graphics wanted)
    {
        var at = definition.Graphics.FindIndex(one => one.Type == wanted.Type);
        if (at < 0) throw Missing($"cannot find existing graphics type '{wanted.Type.ToXml()}' device to modify");
        definition.Graphics[at] = wanted;
    }

    private static IList ListOf(DomainDefinition definition, Device device) => device switch
    {
        Disk => definition.Disks,
        Controller => definition.Controllers,
        Interface => definition.Interfaces,
        Hostdev => definition.Hostdevs,
        SerialDevice => definition.Serials,
        ParallelDevice => definition.Parallels,
        ChannelDevice => definition.Channels,
        ConsoleDevice => definition.Consoles,
        Rng => definition.Rngs,
        Input => definition.Inputs,
        Redirdev => definition.Redirdevs,
        Filesystem => definition.Filesystems,
        Sound => definition.Sounds,
        Shmem => definition.Shmems,
        _ => throw DomainErrors.OperationUnsupported(
            $"persistent attach of device '{device.GetType().Name.ToLowerInvariant()}' is not supported"),
    };

    private static VirException Missing(string detail) =>
        DomainErrors.Of(VirErrorNumber.VIR_ERR_DEVICE_MISSING, detail);
}
