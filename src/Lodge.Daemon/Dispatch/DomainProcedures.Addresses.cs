using System.Net.NetworkInformation;
using System.Net.Sockets;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Network.Leases;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Agent.Commands;
using static Lodge.Protocol.Constants.VirDomainInterfaceAddressesSource;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <summary>Has the networks that guests are connected to.</summary>
    public required NetworkDriver Networks { get; init; }

    /// <inheritdoc/>
    public async ValueTask<DomainInterfaceAddressesRet> DomainInterfaceAddressesAsync(
        ClientCall call, DomainInterfaceAddressesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainInterfaceAddresses");
        DomainInterface[] found;
        switch ((VirDomainInterfaceAddressesSource)args.Source)
        {
            case VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_LEASE:
                found = [.. LeasedAddresses(driver.FindRunning(args.Dom).Live.Definition)];
                break;
            case VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_ARP:
                found = await NeighbourAddressesAsync(
                    driver.FindRunning(args.Dom).Live.Definition, call.CancellationToken);
                break;
            case VIR_DOMAIN_INTERFACE_ADDRESSES_SRC_AGENT:
                var cards = await WithAgentAsync(
                    call, args.Dom, "virDomainInterfaceAddresses", agent => agent.GetInterfacesAsync());
                found = [.. cards.Select(Wire)];
                break;
            default:
                throw DomainErrors.Of(
                    VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, $"Unknown IP address data source {args.Source}");
        }

        return new DomainInterfaceAddressesRet { Ifaces = found };
    }

    private string LeasedHostName(DomainDefinition guest) =>
        guest.Interfaces.SelectMany(LeasesOf).FirstOrDefault(lease => lease.HostName is not null)?.HostName
        ?? throw DomainErrors.Of(
            VirErrorNumber.VIR_ERR_NO_HOSTNAME, $"no hostname found for domain {guest.Name}");

    private IEnumerable<DomainInterface> LeasedAddresses(DomainDefinition guest)
    {
        foreach (var card in guest.Interfaces)
        {
            var leases = LeasesOf(card);
            if (leases.Count == 0)
                continue;
            var ips = Networks.Networks.Find(card.Source.Network!)?.Current.Definition.Ips ?? [];
            yield return new DomainInterface
            {
                Name = card.TargetDevice ?? "",
                Hwaddr = card.Mac.ToString(),
                Addrs =
                [
                    .. leases.Select(lease => Address(
                        lease.IsV6,
                        lease.Address,
                        (uint)(ips.FirstOrDefault(ip => ip.IsV6 == lease.IsV6)?.EffectivePrefix ?? 0))),
                ],
            };
        }
    }

    private IReadOnlyList<DhcpLease> LeasesOf(Interface card) =>
        card.Type == InterfaceType.Network && Networks.Networks.Find(card.Source.Network ?? "") is { } network
            ? Networks.Leases(network.Current, mac => MacAddress.TryParse(mac, out var other) && other == card.Mac)
            : [];

    private async Task<DomainInterface[]> NeighbourAddressesAsync(
        DomainDefinition guest, CancellationToken cancellation)
    {
        const ushort Failed = 0x20;
        var neighbours = await Networks.Host.Route.ListNeighboursAsync(cancellation);
        var found = new List<DomainInterface>();
        foreach (var card in guest.Interfaces)
        {
            var mac = PhysicalAddress.Parse(card.Mac.ToString());
            if (neighbours.Find(n => n.HardwareAddress.Equals(mac) && (n.State & Failed) == 0) is not { } neighbour)
                continue;
            found.Add(new DomainInterface
            {
                Name = card.TargetDevice ?? "",
                Hwaddr = card.Mac.ToString(),
                Addrs =
                [
                    Address(
                        neighbour.Address.AddressFamily == AddressFamily.InterNetworkV6,
                        neighbour.Address.ToString(),
                        prefix: 0),
                ],
            });
        }

        return [.. found];
    }

    private static DomainInterface Wire(AgentInterface card) => new()
    {
        Name = card.Name,
        Hwaddr = card.HardwareAddress,
        Addrs =
        [
            .. card.Addresses.Select(address => Address(address.IsIpv6, address.Address, address.Prefix)),
        ],
    };

    private static DomainIpAddr Address(bool isV6, string address, uint prefix) => new()
    {
        Type = (int)(isV6 ? VirIPAddrType.VIR_IP_ADDR_TYPE_IPV6 : VirIPAddrType.VIR_IP_ADDR_TYPE_IPV4),
        Addr = address,
        Prefix = prefix,
    };
}
