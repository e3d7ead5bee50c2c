using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>What cannot be a network, though it can be read (<c>networkValidate</c>).</summary>
public static class NetworkValidation
{
    /// <summary>Refuses what libvirt refuses when a network is defined or created.</summary>
    /// <param name="network">The network; its bridge has a name already where it needs one.</param>
    /// <param name="isVirtualFunction">Whether a PCI device of this host is a virtual function; by its sysfs
    /// path.</param>
    /// <exception cref="VirException">With libvirt's code and text.</exception>
    public static void Check(NetworkDefinition network, Func<string, bool> isVirtualFunction)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(isVirtualFunction);
        NameText.Check(network.Name, '\n');
        var mode = network.Forward.Mode;
        var allowsBandwidth = mode.HasOwnBridge() || (mode == ForwardMode.Bridge && network.Bridge.Name is not null);
        if (!mode.HasOwnBridge()) CheckOnHost(network);
        if (network.Bandwidth is not null && !allowsBandwidth)
        {
            throw NetworkError.Unsupported(
                $"Unsupported network-wide <bandwidth> element in network {network.Name} "
                + $"with forward mode='{mode.ToXml()}'");
        }

        CheckInterfaces(network, isVirtualFunction);
        CheckDhcp(network, v6: false);
        CheckDhcp(network, v6: true);
        CheckPortGroups(network, allowsBandwidth);
        CheckVlans(network);
    }

    private static void CheckOnHost(NetworkDefinition network)
    {
        Refuse(network.Mac is not null, "mac");
        Refuse(network.Ips.Count > 0, "ip");
        Refuse(network.Dns.Texts.Count + network.Dns.Hosts.Count + network.Dns.Services.Count > 0, "dns");
        Refuse(network.DomainName is not null, "domain");

        void Refuse(bool isThere, string element)
        {
            if (isThere)
            {
                throw NetworkError.Unsupported(
                    $"Unsupported <{element}> element in network {network.Name} "
                    + $"with forward mode='{network.Forward.Mode.ToXml()}'");
            }
        }
    }

    private static void CheckInterfaces(NetworkDefinition network, Func<string, bool> isVirtualFunction)
    {
        var mode = network.Forward.Mode;
        foreach (var item in network.Forward.Interfaces)
        {
            if (item.Pci is null)
            {
                if (mode != ForwardMode.Hostdev) continue;
                throw NetworkError.Unsupported(
                    $"hostdev network '{network.Name}' lists '{item.Device}' in the device pool, but hostdev "
                    + "networks require all devices to be listed by PCI address, not network device name");
            }

            if (mode != ForwardMode.Hostdev)
            {
                throw NetworkError.Unsupported(
                    $"network '{network.Name}' has forward mode '{mode.ToXml()}'  but lists a device by PCI address "
                    + "in the device pool. This is only supported for networks with forward mode 'hostdev'");
            }

            var path = $"/sys/bus/pci/devices/{item.Pci}";
            if (!isVirtualFunction(path))
            {
                throw NetworkError.Unsupported(
                    $"device '{path}' in network '{network.Name}' is not an SR-IOV Virtual Function");
            }
        }
    }

    private static void CheckDhcp(NetworkDefinition network, bool v6)
    {
        if (network.Ips.Count(ip => ip.IsV6 == v6 && ip.HasDhcp) <= 1) return;
        var family = v6 ? "IPv6" : "IPv4";
        throw NetworkError.Unsupported(
            $"Multiple {family} dhcp sections found -- dhcp is supported only for a single {family} address "
            + "on each network");
    }

    private static void CheckPortGroups(NetworkDefinition network, bool allowsBandwidth)
    {
        PortGroup? first = null;
        var names = new HashSet<string>(StringComparer.Ordinal);
        foreach (var group in network.PortGroups)
        {
            if (group.IsDefault && first is not null)
            {
                throw NetworkError.Unsupported(
                    $"network '{network.Name}' has multiple default <portgroup> elements "
                    + $"({first.Name} and {group.Name}), but only one default is allowed");
            }

            if (group.IsDefault) first = group;
            if (!names.Add(group.Name))
            {
                throw NetworkError.Unsupported(
                    $"multiple <portgroup> elements with the same name ({group.Name}) in network '{network.Name}'");
            }

            if (group.Bandwidth is not null && !allowsBandwidth)
            {
                throw NetworkError.Unsupported(
                    $"Unsupported <bandwidth> element in network '{network.Name}' in portgroup '{group.Name}' "
                    + $"with forward mode='{network.Forward.Mode.ToXml()}'");
            }
        }
    }

    /// <summary>Only SR-IOV devices and Open vSwitch tag frames on their own.</summary>
    private static void CheckVlans(NetworkDefinition network)
    {
        var mode = network.Forward.Mode;
        var allows = mode is ForwardMode.Hostdev or ForwardMode.Passthrough
            || (mode == ForwardMode.Bridge && network.VirtualPort is { Type: VirtualPortType.Openvswitch });
        var isBad = network.PortGroups.Any(group => (network.Vlan is not null || group.Vlan is not null)
            && (group.VirtualPort is { } port
                ? mode != ForwardMode.Bridge || port.Type != VirtualPortType.Openvswitch
                : !allows));
        if (isBad || (network.Vlan is not null && !allows && network.FindPortGroup(null) is null))
        {
            throw NetworkError.Unsupported(
                $"<vlan> element specified for network {network.Name}, "
                + "whose type doesn't support vlan configuration");
        }
    }
}
