using Lodge.Daemon.Domains;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Network.Leases;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class NetworkProcedures
{
    /// <inheritdoc/>
    public ValueTask<NetworkGetDhcpLeasesRet> NetworkGetDhcpLeasesAsync(
        ClientCall call, NetworkGetDhcpLeasesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "networkGetDHCPLeases");
        MacAddress? mac = args.Mac is not { } text ? null
            : MacAddress.TryParse(text, out var address) ? address
            : throw NetworkErrors.Of(VirErrorNumber.VIR_ERR_INVALID_MAC, text);
        var now = Find(args.Net).Current;
        var leases = driver.Leases(
            now, mac is { } wanted ? given => MacAddress.TryParse(given, out var other) && other == wanted : null);
        return new(new NetworkGetDhcpLeasesRet
        {
            Leases = args.NeedResults != 0 ? [.. leases.Select(lease => Wire(now, lease))] : [],
            Ret = (uint)leases.Count,
        });
    }

    private static NetworkDhcpLease Wire(NetworkSnapshot now, DhcpLease lease)
    {
        var ip = now.Definition.Ips.FirstOrDefault(candidate => candidate.IsV6 == lease.IsV6);
        return new NetworkDhcpLease
        {
            Iface = now.Definition.Bridge.Name!,
            Expirytime = lease.ExpiryTime,
            Type = (int)(lease.IsV6 ? VirIPAddrType.VIR_IP_ADDR_TYPE_IPV6 : VirIPAddrType.VIR_IP_ADDR_TYPE_IPV4),
            Mac = lease.Mac,
            Iaid = lease.AssociationId,
            Ipaddr = lease.Address,
            Prefix = ip is null ? 0 : lease.IsV6 ? ip.Prefix : (uint)Math.Max(0, ip.EffectivePrefix),
            Hostname = lease.HostName,
            Clientid = lease.ClientId,
        };
    }
}
