using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Addresses;

/// <summary>
/// Ports of virtio-serial controllers for consoles and channels (<c>virDomainVirtioSerialAddrSet</c>).
/// </summary>
internal sealed class VirtioSerialAssignment
{
    private const int UsualPorts = 31;
    private const int MostPorts = 511;

    private readonly DomainDefinition _domain;
    private readonly SortedDictionary<int, bool[]> _ports = [];

    private VirtioSerialAssignment(DomainDefinition domain) => _domain = domain;

    public static void Assign(DomainDefinition domain)
    {
        var assignment = new VirtioSerialAssignment(domain);
        foreach (var controller in domain.Controllers.Where(
            controller => controller.Type == ControllerType.VirtioSerial))
        {
            assignment.Add(controller);
        }

        foreach (var device in domain.AllDevices())
        {
            if (device.Address is VirtioSerialAddress { Port: not 0 } address)
            {
                assignment.Reserve(address);
            }
        }

        // Port 0 of a controller is the first console's own.
        foreach (var console in domain.Consoles.Where(console => console.TargetType == ConsoleTarget.Virtio))
        {
            assignment.Complete(console, allowZero: true);
        }

        foreach (var channel in domain.Channels.Where(channel => channel.TargetType == ChannelTarget.Virtio))
        {
            assignment.Complete(channel, allowZero: false);
        }
    }

    private void Add(Controller controller) =>
        _ports[controller.Index] = new bool[Math.Min(controller.Ports ?? UsualPorts, MostPorts)];

    private void Complete(Device device, bool allowZero)
    {
        if (device.Address is VirtioSerialAddress { Port: not 0 } or (not null and not VirtioSerialAddress))
        {
            return;
        }

        var address = device.Address is VirtioSerialAddress given ? InController(given) : Anywhere(allowZero);
        Reserve(address);
        if (!allowZero)
        {
            // A console's port is kept free for it, but not written down: so libvirt has always done it.
            device.Address = address;
        }
    }

    private VirtioSerialAddress InController(VirtioSerialAddress given)
    {
        if (!_ports.TryGetValue((int)given.Controller, out var ports))
        {
            throw Refusal.Domain(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"virtio-serial controller {given.Controller} not available");
        }

        var port = Free(ports, 1) ?? throw Refusal.DomainXml(
            $"Unable to find a free port on virtio-serial controller {given.Controller}");
        return given with { Bus = 0, Port = (uint)port };
    }

    private VirtioSerialAddress Anywhere(bool allowZero)
    {
        if (_ports.Count == 0)
        {
            throw Refusal.Domain(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, "no virtio-serial controllers are available");
        }

        var first = allowZero ? 0 : 1;
        foreach (var (index, ports) in _ports)
        {
            if (Free(ports, first) is { } port)
            {
                return new() { Controller = (uint)index, Port = (uint)port };
            }
        }

        var added = _domain.UnusedIndex(ControllerType.VirtioSerial);
        Add(_domain.Add(ControllerType.VirtioSerial, added));
        return new() { Controller = (uint)added, Port = (uint)first };
    }

    private static int? Free(bool[] ports, int first)
    {
        var port = first < ports.Length ? Array.IndexOf(ports, false, first) : -1;
        return port >= 0 ? port : null;
    }

    private void Reserve(VirtioSerialAddress address)
    {
        if (!_ports.TryGetValue((int)address.Controller, out var ports))
        {
            throw Refusal.DomainXml($"virtio serial controller {address.Controller} is missing");
        }

        if (address.Port >= ports.Length)
        {
            throw Refusal.DomainXml($"virtio serial controller {address.Controller} does not have port {address.Port}");
        }

        if (ports[address.Port])
        {
            throw Refusal.DomainXml(
                $"virtio serial port {address.Port} on controller {address.Controller} is already occupied");
        }

        ports[address.Port] = true;
    }
}
