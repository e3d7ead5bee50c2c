using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Hotplug;

/// <summary>Finds the running guest's device that a person's XML means.</summary>
internal static class DeviceMatch
{
    /// <summary>Finds the device.</summary>
    /// <exception cref="VirException">There is none (<c>VIR_ERR_DEVICE_MISSING</c>), or more than one could be
    /// meant.</exception>
    public static Device Find(DomainDefinition definition, Device meant) => meant switch
    {
        Disk disk => definition.Disks.Find(one => one.Target == disk.Target)
            ?? throw HotplugError.Missing($"disk {disk.Target} not found"),
        Interface card => FindCard(definition, card),
        Controller controller => definition.Controllers.Find(one =>
                one.Type == controller.Type && one.Index == controller.Index)
            ?? throw HotplugError.Missing($"controller {controller.Type.ToXml()}:{controller.Index} not found"),
        Hostdev hostdev => definition.Hostdevs.Find(one => IsSame(one, hostdev))
            ?? throw HotplugError.Missing(Missing(hostdev)),
        CharacterDevice character => Characters(definition, character).FirstOrDefault(one => IsSame(one, character))
            ?? throw HotplugError.Missing("device not present in domain configuration"),
        Rng rng => definition.Rngs.Find(one => one.Backend == rng.Backend && one.File == rng.File && IsPlace(one, rng))
            ?? throw HotplugError.Missing("matching RNG device not found"),
        MemoryDevice module => definition.MemoryDevices.Find(one =>
                one.Model == module.Model && one.TargetNode == module.TargetNode
                && (module.Size == 0 || one.Size == module.Size) && IsPlace(one, module))
            ?? throw HotplugError.Missing("matching memory device was not found"),
        Watchdog watchdog => definition.Watchdog is { } present && present.Model == watchdog.Model
            ? present
            : throw HotplugError.Missing("watchdog device not present in domain configuration"),
        Input input => definition.Inputs.Find(one =>
                one.Type == input.Type && one.Bus == input.Bus && IsPlace(one, input))
            ?? throw HotplugError.Missing("matching input device not found"),
        Redirdev redirdev => definition.Redirdevs.Find(one =>
                one.Source.Type == redirdev.Source.Type && IsPlace(one, redirdev))
            ?? throw HotplugError.Missing("no matching redirdev was not found"),
        _ => throw HotplugError.Unsupported("live detach of this device is not supported"),
    };

    // An alias, or a place, narrows the choice down where it is given.
    private static bool IsPlace(Device one, Device meant) =>
        (meant.Alias is null || meant.Alias == one.Alias)
        && (meant.Address is null or PciAddress { IsEmpty: true } || meant.Address == one.Address);

    private static Interface FindCard(DomainDefinition definition, Interface card)
    {
        var found = definition.Interfaces.FindAll(one =>
            (card.MacGenerated || one.Mac == card.Mac) && IsPlace(one, card));
        return found switch
        {
            [var only] => only,
            [] => throw HotplugError.Missing(card.MacGenerated
                ? "no matching network device was found"
                : $"no device matching MAC address {card.Mac} found"),
            _ => throw HotplugError.Failed($"multiple devices matching MAC address {card.Mac} found"),
        };
    }

    private static IEnumerable<CharacterDevice> Characters(DomainDefinition definition, CharacterDevice meant) =>
        meant switch
        {
            SerialDevice => definition.Serials,
            ChannelDevice => definition.Channels,
            ConsoleDevice => definition.Consoles,
            _ => definition.Parallels,
        };

    private static bool IsSame(CharacterDevice one, CharacterDevice meant) => IsPlace(one, meant)
        && one.Source.Type == meant.Source.Type
        && (meant.Source.Path is null || one.Source.Path == meant.Source.Path)
        && (one is not ChannelDevice channel || channel.Name == ((ChannelDevice)meant).Name)
        && (meant.Port < 0 || one.Port == meant.Port);

    private static bool IsSame(Hostdev one, Hostdev meant)
    {
        if (one.Type != meant.Type || !IsPlace(one, meant)) return false;
        return meant.Type switch
        {
            HostdevType.Usb => one.Usb is { } usb && meant.Usb is { } other
                && (other.Vendor == 0 || (usb.Vendor == other.Vendor && usb.Product == other.Product))
                && (other.Bus == 0 || (usb.Bus == other.Bus && usb.DeviceNumber == other.DeviceNumber)),
            HostdevType.Pci => one.Pci is { } pci && meant.Pci is { } place && pci.IsSamePlace(place),
            HostdevType.Mdev => one.MediatedDevice == meant.MediatedDevice,
            _ => false,
        };
    }

    private static string Missing(Hostdev hostdev) => hostdev.Type switch
    {
        HostdevType.Usb when hostdev.Usb is { Bus: > 0 } usb =>
            $"host usb device {usb.Bus:D3}.{usb.DeviceNumber:D3} not found",
        HostdevType.Usb =>
            $"host usb device vendor=0x{hostdev.Usb?.Vendor:x4} product=0x{hostdev.Usb?.Product:x4} not found",
        HostdevType.Pci => $"host pci device {hostdev.Pci} not found",
        _ => "host device not found",
    };
}
