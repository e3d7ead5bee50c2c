using Lodge.Model.Domain;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Preparation;

namespace Lodge.Daemon.Networks;

/// <summary>Connects guests to networks: a port for each interface, from its start to its end.</summary>
/// <param name="driver">Has the networks.</param>
/// <param name="nameOf">The name of a guest by its UUID.</param>
internal sealed class GuestPorts(NetworkDriver driver, Func<Guid, string> nameOf) : INetworkResolver
{
    /// <inheritdoc/>
    public async ValueTask<ActualInterface> ConnectAsync(
        Interface card, Guid domain, CancellationToken cancellation)
    {
        var network = driver.Find(card.Source.Network ?? "");
        var port = await driver.CreatePortAsync(
            network,
            new NetworkPort
            {
                Uuid = Guid.NewGuid(),
                OwnerName = nameOf(domain),
                OwnerUuid = domain,
                Group = card.Source.PortGroup,
                Mac = card.Mac,
                VirtualPort = card.VirtualPort,
                Bandwidth = card.Bandwidth,
                Vlan = card.Vlan,
                IsIsolated = card.Isolated,
                TrustGuestRxFilters = card.TrustGuestRxFilters,
            },
            cancellation);
        card.Source.PortId = port.Uuid;
        return Actual(port);
    }

    /// <inheritdoc/>
    public async ValueTask ChangeBandwidthAsync(Interface card, Bandwidth? bandwidth, CancellationToken cancellation)
    {
        if (card.Source.PortId is { } port)
        {
            await driver.ChangePortAsync(
                driver.Find(card.Source.Network ?? ""), port, now => now with { Bandwidth = bandwidth }, cancellation);
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisconnectAsync(Interface card, Guid domain)
    {
        if (card.Source.PortId is not { } port)
            return;
        card.Source.PortId = null;

        // The network may have been stopped, or be another by now: then there is nothing to give back.
        if (driver.Networks.Find(card.Source.Network ?? "") is { } network)
            _ = await driver.DeletePortAsync(network, port);
    }

    /// <inheritdoc/>
    public ValueTask<string> AddressOfAsync(string network, CancellationToken cancellation)
    {
        var definition = driver.Find(network).Current.Definition;
        return definition.Ips is [var first, ..]
            ? ValueTask.FromResult(first.Address.ToString())
            : throw NetworkErrors.Internal($"network '{definition.Name}' doesn't have an IP address");
    }

    /// <summary>What a card is connected to by a port.</summary>
    internal static ActualInterface Actual(NetworkPort port)
    {
        var plug = port.Plug!;
        return new ActualInterface
        {
            Type = plug.Type switch
            {
                PlugType.Network => InterfaceType.Network,
                PlugType.Bridge => InterfaceType.Bridge,
                PlugType.Direct => InterfaceType.Direct,
                _ => InterfaceType.Hostdev,
            },
            Source = new InterfaceSource
            {
                Bridge = plug.Bridge,
                Device = plug.Device,
                Mode = plug.Mode,
                Hostdev = plug.Pci is { } function ? Passed(plug, function) : null,
            },
            MacTableOwner = plug.MacTableOwner,
            TrustGuestRxFilters = port.TrustGuestRxFilters,
            ClassId = port.ClassId,
            Vlan = port.Vlan,
            VirtualPort = port.VirtualPort,
            Bandwidth = port.Bandwidth,
            Isolated = port.IsIsolated,
        };
    }

    private static Hostdev Passed(NetworkPlug plug, PciAddress function) => new()
    {
        Mode = HostdevMode.Subsystem,
        Type = HostdevType.Pci,
        Managed = plug.Managed == true,
        Pci = function,
        PciBackend = plug.Driver switch
        {
            ForwardDriver.Kvm => PciBackend.Kvm,
            ForwardDriver.Vfio => PciBackend.Vfio,
            _ => PciBackend.Default,
        },
    };
}
