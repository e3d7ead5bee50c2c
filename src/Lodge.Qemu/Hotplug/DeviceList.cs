using System.Collections;
using Lodge.Model.Domain;

namespace Lodge.Qemu.Hotplug;

/// <summary>Where in a definition a device stands, or would stand.</summary>
internal static class DeviceList
{
    /// <summary>Puts a device in.</summary>
    public static void Add(DomainDefinition definition, Device device)
    {
        switch (device)
        {
            case Disk disk:
                definition.Insert(disk);
                break;
            case Controller controller:
                definition.Insert(controller);
                break;
            case Watchdog watchdog:
                definition.Watchdog = watchdog;
                break;
            default:
                Of(definition, device).Add(device);
                break;
        }
    }

    /// <summary>Takes a device out.</summary>
    public static void Remove(DomainDefinition definition, Device device)
    {
        if (device is Watchdog) definition.Watchdog = null;
        else Of(definition, device).Remove(device);
    }

    /// <summary>Whether devices of a kind come and go at all.</summary>
    private static IList Of(DomainDefinition definition, Device device) => device switch
    {
        Disk => definition.Disks,
        Controller => definition.Controllers,
        Interface => definition.Interfaces,
        Hostdev => definition.Hostdevs,
        SerialDevice => definition.Serials,
        ChannelDevice => definition.Channels,
        ConsoleDevice => definition.Consoles,
        Rng => definition.Rngs,
        MemoryDevice => definition.MemoryDevices,
        Input => definition.Inputs,
        Redirdev => definition.Redirdevs,
        _ => throw HotplugError.Unsupported("live attach and detach of such a device is not supported"),
    };
}
