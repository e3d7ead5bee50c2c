using Lodge.Model.Domain;
using Lodge.Model.Networks;
using Lodge.Network.TrafficControl;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Ports;

/// <summary>Settles what a guest that asks for a network really gets.</summary>
public static class PortAllocation
{
    /// <summary>Fills in a port: limits, VLANs and switch port from its group and network, then its plug.</summary>
    /// <param name="network">The network as it runs.</param>
    /// <param name="wanted">What the guest asks for.</param>
    /// <param name="others">The ports that are taken.</param>
    /// <exception cref="VirException">The network has no such port (<c>VIR_ERR_CONFIG_UNSUPPORTED</c>), or none is
    /// free.</exception>
    public static NetworkPort Settle(
        NetworkDefinition network, NetworkPort wanted, IReadOnlyCollection<NetworkPort> others)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(wanted);
        ArgumentNullException.ThrowIfNull(others);
        var group = network.FindPortGroup(wanted.Group);
        var port = wanted with
        {
            Bandwidth = wanted.Bandwidth ?? group?.Bandwidth,
            Vlan = wanted.Vlan ?? group?.Vlan ?? network.Vlan,
            TrustGuestRxFilters = wanted.TrustGuestRxFilters ?? group?.TrustGuestRxFilters
                ?? network.TrustGuestRxFilters,
            IsIsolated = wanted.IsIsolated ?? network.IsPortIsolated,
            VirtualPort = VirtualPort.Merge(wanted.VirtualPort, network.VirtualPort, group?.VirtualPort),
        };
        port = port with { Plug = Plug(network, port, others) };
        return WithFloor(network, port, others);
    }

    private static NetworkPlug Plug(
        NetworkDefinition network, NetworkPort port, IReadOnlyCollection<NetworkPort> others)
    {
        var mode = network.Forward.Mode;
        if (mode.HasOwnBridge())
        {
            Refuse(port, network, "which uses IP forwarding", _ => false);
            return new NetworkPlug
            {
                Type = PlugType.Network,
                Bridge = network.Bridge.Name,
                MacTableOwner = network.Bridge.MacTableOwner,
            };
        }

        if (mode == ForwardMode.Hostdev)
        {
            var device = FreePci(network, others);
            Refuse(port, network, "which uses an SR-IOV Virtual Function via PCI passthrough", IsOnSwitch);
            return new NetworkPlug
            {
                Type = PlugType.HostdevPci,
                Pci = device,
                Driver = network.Forward.Driver,
                Managed = network.Forward.Managed,
            };
        }

        if (mode == ForwardMode.Bridge && network.Bridge.Name is { } bridge)
        {
            Refuse(port, network, "which uses a bridge device", type => type == VirtualPortType.Openvswitch);
            return new NetworkPlug
            {
                Type = PlugType.Bridge,
                Bridge = bridge,
                MacTableOwner = network.Bridge.MacTableOwner,
            };
        }

        Refuse(port, network, "which uses a macvtap device", IsOnSwitch);
        return new NetworkPlug
        {
            Type = PlugType.Direct,
            Mode = MacvtapModeNames.Table.TryParse(mode.ToXml(), out var forward) ? forward : default,
            Device = FreeLink(network, port, others),
        };
    }

    private static PciAddress FreePci(NetworkDefinition network, IReadOnlyCollection<NetworkPort> others) =>
        network.Forward.Interfaces.Select(item => item.Pci).FirstOrDefault(pci =>
            pci is not null && !others.Any(other => other.Plug?.Pci?.IsSamePlace(pci) == true))
        ?? throw NoneFree(network);

    private static string FreeLink(
        NetworkDefinition network, NetworkPort port, IReadOnlyCollection<NetworkPort> others)
    {
        var links = network.Forward.Interfaces.Select(item => item.Device!).ToList();
        if (links.Count == 0)
        {
            throw NetworkFailure.Internal(
                $"network '{network.Name}' uses a direct mode, but has no forward dev and no interface pool");
        }

        var users = links.ToDictionary(link => link, link => others.Count(other => other.Plug?.Device == link));
        var isAlone = network.Forward.Mode == ForwardMode.Passthrough
            || (network.Forward.Mode == ForwardMode.Private && port.VirtualPort?.Type == VirtualPortType.Ieee8021Qbh);
        if (!isAlone) return links.MinBy(link => users[link])!;
        return links.Find(link => users[link] == 0) ?? throw NoneFree(network);
    }

    private static VirException NoneFree(NetworkDefinition network) => NetworkFailure.Internal(
        $"network '{network.Name}' requires exclusive access to interfaces, but none are available");

    private static bool IsOnSwitch(VirtualPortType type) =>
        type is VirtualPortType.Ieee8021Qbg or VirtualPortType.Ieee8021Qbh;

    private static void Refuse(
        NetworkPort port, NetworkDefinition network, string why, Predicate<VirtualPortType> isAllowed)
    {
        if (port.VirtualPort is { } given && !isAllowed(given.Type))
        {
            throw NetworkFailure.Unsupported(
                $"<virtualport type='{given.Type.ToXml()}'> not supported for network '{network.Name}' {why}");
        }
    }

    /// <summary>Gives a port with a promise a class of its own, and takes it from one without.</summary>
    /// <exception cref="VirException">
    /// What is sure to all guests would be more than the network has (<c>VIR_ERR_OPERATION_INVALID</c>), or the network
    /// can promise nothing (<c>VIR_ERR_OPERATION_UNSUPPORTED</c>).
    /// </exception>
    public static NetworkPort WithFloor(
        NetworkDefinition network, NetworkPort port, IReadOnlyCollection<NetworkPort> others)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(port);
        if (PortFloors.Of(port) is not (> 0 and var floor)) return port with { ClassId = 0 };
        if (!network.Forward.Mode.HasOwnBridge())
        {
            throw NoFloor(
                port,
                "'floor' is only supported for interface type 'network' with forward type 'nat', 'route', 'open' "
                + "or none");
        }

        if (network.Bandwidth?.Inbound is not { } limit)
            throw NoFloor(port, $"network '{network.Name}' has no inbound QoS set");
        var sum = others.Aggregate(floor, (all, other) => all + PortFloors.Of(other));
        if (sum > BridgeBandwidth.Ceiling(limit))
        {
            throw NetworkFailure.Of(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                $"Cannot plug '{port.Mac}' interface into '{network.Bridge.Name}' because new combined inbound "
                + $"floor={sum} would overcommit {(limit.Peak > 0 ? "peak" : "average")}="
                + $"{BridgeBandwidth.Ceiling(limit)} on network '{network.Name}'");
        }

        return port.ClassId > 0 ? port : port with { ClassId = FreeClass(others) };
    }

    private static VirException NoFloor(NetworkPort port, string why) => NetworkFailure.Of(
        VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
        $"Invalid use of 'floor' on interface with MAC address {port.Mac} - {why}");

    private static uint FreeClass(IReadOnlyCollection<NetworkPort> others)
    {
        // 1 and 2 are the bridge's own.
        var taken = others.Select(other => other.ClassId).ToHashSet();
        var free = 3u;
        while (taken.Contains(free)) free++;
        return free;
    }
}
