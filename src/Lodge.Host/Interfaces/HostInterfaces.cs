using System.Globalization;
using Lodge.Host.Facts;
using Lodge.Host.NodeDevices;
using Lodge.Model.Interface;
using Lodge.Protocol.Errors;

namespace Lodge.Host.Interfaces;

/// <summary>The host's network interfaces, as the kernel shows them: looked at anew each time.</summary>
/// <param name="files">The host's files.</param>
public sealed class HostInterfaces(HostFiles files)
{
    private const string Folder = "/sys/class/net";

    /// <summary>Every interface but ports of bridges and the taps of guests, by name.</summary>
    public IEnumerable<InterfaceState> All()
    {
        foreach (var name in files.Names(Folder))
        {
            if (SysfsDevice.Read(files, $"{Folder}/{name}") is { } device
                && !device.Has("brport/state") && !device.Has("tun_flags"))
            {
                yield return State(device);
            }
        }
    }

    /// <summary>Finds an interface by its name.</summary>
    /// <exception cref="VirException">There is none (VIR_ERR_NO_INTERFACE).</exception>
    public InterfaceState Find(string name) => State(Device(name));

    /// <summary>Finds the one interface that has a hardware address.</summary>
    /// <exception cref="VirException">None has it (VIR_ERR_NO_INTERFACE), or several have
    /// (VIR_ERR_MULTIPLE_INTERFACES).</exception>
    public InterfaceState FindByMac(string mac) => All().Where(one => one.Mac == mac).Take(2).ToArray() switch
    {
        [var only] => only,
        [] => throw Refused(
            VirErrorNumber.VIR_ERR_NO_INTERFACE, $"couldn't find interface with MAC address '{mac}'"),
        _ => throw Refused(
            VirErrorNumber.VIR_ERR_MULTIPLE_INTERFACES, $"the MAC address '{mac}' matches multiple interfaces"),
    };

    /// <summary>Describes an interface, and those it is made of.</summary>
    /// <exception cref="VirException">There is none (VIR_ERR_NO_INTERFACE).</exception>
    public InterfaceDefinition Describe(string name)
    {
        var device = Device(name);
        return device.Property("DEVTYPE") switch
        {
            "bridge" => Bridge(device),
            "bond" => Bond(device),
            "vlan" => Vlan(device),
            _ when device.Has("bonding/mode") => Bond(device),
            _ when name.Contains('.', StringComparison.Ordinal) => Vlan(device),
            _ => With(device, new InterfaceDefinition { Name = device.Name, State = "" }),
        };
    }

    private static InterfaceState State(SysfsDevice device) =>
        new(device.Name, device.Text("address") ?? "", device.Text("operstate") ?? "unknown");

    private static T With<T>(SysfsDevice device, T definition)
        where T : InterfaceDefinition
    {
        var state = device.Text("operstate") ?? "unknown";
        return definition with
        {
            Mac = device.Text("address"),
            Mtu = (uint)(device.Number("mtu") ?? 0),
            State = state,

            // Drivers tell misleading speeds of links that are not up; -1 is libvirt's largest number.
            Speed = state == "up" ? unchecked((uint)(device.Number("speed") ?? 0)) : 0,
        };
    }

    private static int Number(SysfsDevice device, string file) => (int)(device.Number(file) ?? 0);

    /// <summary>The number after the word in such files as <c>bonding/mode</c>: <c>balance-rr 0</c>.</summary>
    private static int Coded(SysfsDevice device, string file) =>
        device.Text(file)?.Split(' ') is [_, var code, ..]
        && int.TryParse(code, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : 0;

    private static VirException Refused(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_INTERFACE, detail);

    private SysfsDevice Device(string name) =>
        (name is not ("" or "." or "..") && !name.Contains('/', StringComparison.Ordinal)
            ? SysfsDevice.Read(files, $"{Folder}/{name}")
            : null)
        ?? throw Refused(VirErrorNumber.VIR_ERR_NO_INTERFACE, $"couldn't find interface named '{name}'");

    private BridgeInterface Bridge(SysfsDevice device) => With(device, new BridgeInterface
    {
        Name = device.Name,
        State = "",
        Delay = device.Text("bridge/forward_delay"),
        SpanningTree = device.Number("bridge/stp_state") switch { 0 => false, 1 => true, _ => null },
        Ports = [.. device.Names("brif").Select(Describe)],
    });

    private BondInterface Bond(SysfsDevice device) => With(device, new BondInterface
    {
        Name = device.Name,
        State = "",
        Mode = Coded(device, "bonding/mode"),
        LinkInterval = Number(device, "bonding/miimon"),
        DownDelay = Number(device, "bonding/downdelay"),
        UpDelay = Number(device, "bonding/updelay"),
        UsesCarrier = Number(device, "bonding/use_carrier") != 0,
        ArpInterval = Number(device, "bonding/arp_interval"),
        ArpTarget = device.Text("bonding/arp_ip_target"),
        ArpValidation = Coded(device, "bonding/arp_validate"),
        Members = [.. device.Names(".")
            .Where(static name => name.StartsWith("slave_", StringComparison.Ordinal))
            .Select(name => Describe(name["slave_".Length..]))],
    });

    private VlanInterface Vlan(SysfsDevice device)
    {
        string? tag = null, parent = null;
        foreach (var line in files.Lines($"/proc/net/vlan/{device.Name}"))
        {
            if (line.IndexOf("VID: ", StringComparison.Ordinal) is >= 0 and var start)
            {
                tag ??= line[(start + 5)..].Split(' ', '\t')[0];
            }
            else if (line.StartsWith("Device: ", StringComparison.Ordinal))
            {
                parent = line["Device: ".Length..];
            }
        }

        return tag is { Length: > 0 } && parent is { Length: > 0 }
            ? With(device, new VlanInterface { Name = device.Name, State = "", Tag = tag, Device = parent })
            : throw Refused(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                tag is null
                    ? $"failed to find the VID for the VLAN device '{device.Name}'"
                    : $"failed to find the real device for the VLAN device '{device.Name}'");
    }
}
