using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>USB ports, and hubs where the controllers have too few (<c>qemuDomainAssignUSBAddresses</c>).</summary>
internal sealed class UsbAssignment
{
    private const int PortsOfHub = 8;
    private const int MaximumDepth = 4;
    private const int HighestIndex = 1024;

    private readonly SortedDictionary<uint, UsbHubPorts> _buses = [];

    public static void Assign(DomainDefinition domain)
    {
        var assignment = new UsbAssignment();
        AddHubs(domain);
        foreach (var controller in domain.Controllers.Where(controller => controller.Type == ControllerType.Usb))
        {
            assignment.Add(controller);
        }

        foreach (var hub in domain.Hubs)
        {
            if (hub.Address is UsbAddress { Port: not null } address)
            {
                assignment.AddHub(address);
            }
        }

        foreach (var device in UsbDevices(domain))
        {
            if (device.Address is UsbAddress { Port: not null } address)
            {
                assignment.Reserve(address);
            }
        }

        foreach (var hub in domain.Hubs.Where(hub => hub.Address is not UsbAddress { Port: not null }))
        {
            hub.Address = assignment.Free(hub);
            assignment.AddHub((UsbAddress)hub.Address);
        }

        foreach (var device in UsbDevices(domain))
        {
            if (device.Address is null or UsbAddress { Port: null })
            {
                device.Address = assignment.Free(device);
                assignment.Reserve((UsbAddress)device.Address);
            }
        }
    }

    private static IEnumerable<Device> UsbDevices(DomainDefinition domain) =>
    [
        .. domain.Hostdevs.Where(hostdev => hostdev is { Mode: HostdevMode.Subsystem, Type: HostdevType.Usb }),
        .. domain.Disks.Where(disk => disk.Bus == DiskBus.Usb),
        .. domain.Controllers.Where(controller => controller.Type == ControllerType.Ccid),
        .. domain.Inputs.Where(input => input.Bus == InputBus.Usb),
        .. domain.Serials.Where(serial => serial.TargetType == SerialTarget.UsbSerial),
        .. domain.Sounds.Where(sound => sound.Model == SoundModel.Usb),
        .. domain.Redirdevs,
    ];

    private static int Ports(Controller controller) => controller.UsbModel switch
    {
        UsbControllerModel.Ehci or UsbControllerModel.Ich9Ehci1 => 6,
        // Their ports are those of the EHCI controller that they accompany.
        UsbControllerModel.Ich9Uhci1 or UsbControllerModel.Ich9Uhci2 or UsbControllerModel.Ich9Uhci3 => 0,
        UsbControllerModel.PciOhci => 3,
        UsbControllerModel.NecXhci or UsbControllerModel.QemuXhci => controller.Ports ?? 4,
        UsbControllerModel.Qusb1 or UsbControllerModel.Qusb2 => controller.Ports ?? 8,
        UsbControllerModel.None => 0,
        _ => 2,
    };

    private static void AddHubs(DomainDefinition domain)
    {
        var available = domain.Controllers.Where(controller => controller.Type == ControllerType.Usb).Sum(Ports)
            + (domain.Hubs.Count * PortsOfHub);
        var devices = UsbDevices(domain).Count() + domain.Hubs.Count;
        if (devices > 0 && !domain.Controllers.Exists(
            controller => controller.Type == ControllerType.Usb && controller.UsbModel != UsbControllerModel.None))
        {
            throw Refusal.Unsupported("USB is disabled for this domain, but USB devices are present in the domain XML");
        }

        if (devices > available)
        {
            // Each hub takes a port and gives eight.
            for (var hubs = (devices - available + 1 + PortsOfHub - 2) / (PortsOfHub - 1); hubs > 0; hubs--)
            {
                domain.Hubs.Add(new Hub());
            }
        }
    }

    private void Add(Controller controller)
    {
        var ports = Ports(controller);
        if (ports == 0)
        {
            return;
        }

        if (controller.Index > HighestIndex || !_buses.TryAdd((uint)controller.Index, new UsbHubPorts(ports)))
        {
            throw Refusal.DomainXml($"Duplicate USB controllers with index {controller.Index}");
        }
    }

    private void AddHub(UsbAddress address)
    {
        var (hub, port) = Find(address);
        if (hub.Hub(port) is not null)
        {
            throw Refusal.DomainXml($"Duplicate USB hub on bus {address.Bus} port {address.Port}");
        }

        hub.Plug(port, new UsbHubPorts(PortsOfHub));
    }

    private void Reserve(UsbAddress address)
    {
        var (hub, port) = Find(address);
        if (hub.IsUsed(port))
        {
            throw Refusal.DomainXml($"Duplicate USB address bus {address.Bus} port {address.Port}");
        }

        hub.Take(port);
    }

    private (UsbHubPorts Hub, int Port) Find(UsbAddress address)
    {
        if (!_buses.TryGetValue(address.Bus, out var hub))
        {
            throw Refusal.DomainXml($"Missing USB bus {address.Bus}");
        }

        var path = address.Port!.Split('.').Select(part => int.Parse(part, CultureInfo.InvariantCulture)).ToArray();
        foreach (var port in path[..^1])
        {
            if (port < 1 || port > hub.Count)
            {
                throw Refusal.DomainXml(
                    $"port {port} out of range in USB address bus: {address.Bus} port: {address.Port}");
            }

            hub = hub.Hub(port) ?? throw Refusal.DomainXml(
                $"there is no hub at port {port} in USB address bus: {address.Bus} port: {address.Port}");
        }

        return path[^1] >= 1 && path[^1] <= hub.Count
            ? (hub, path[^1])
            : throw Refusal.DomainXml($"requested USB port {address.Port} not present on USB bus {address.Bus}");
    }

    private UsbAddress Free(Device device)
    {
        if (device.Address is UsbAddress { Bus: var wanted })
        {
            if (!_buses.TryGetValue(wanted, out var bus))
            {
                throw Refusal.DomainXml($"USB bus {wanted} requested but no controller with that index is present");
            }

            if (bus.FindFree(MaximumDepth) is { } port)
            {
                return new() { Bus = wanted, Port = port };
            }
        }
        else
        {
            foreach (var (index, bus) in _buses)
            {
                if (bus.FindFree(MaximumDepth) is { } port)
                {
                    return new() { Bus = index, Port = port };
                }
            }
        }

        throw Refusal.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "No free USB ports");
    }
}
