using System.Globalization;
using System.Net;
using System.Text;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Dnsmasq;

/// <summary>The configuration of a network's dnsmasq, line for line as libvirt writes it.</summary>
/// <remarks>Source: <c>dnsmasq(8)</c>.</remarks>
public static partial class DnsmasqConfiguration
{
    /// <summary>Whether a network needs a dnsmasq: it serves addresses or names.</summary>
    public static bool IsNeeded(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        return network.Ips.Count > 0
            && (network.Dns.Enable != false || network.Ips.Any(ip => ip.HasDhcp || ip.TftpRoot is not null));
    }

    /// <summary>Writes the configuration.</summary>
    /// <param name="network">The network; its bridge has a name.</param>
    /// <param name="files">Where the files it speaks of are.</param>
    /// <param name="withProcessId">Whether dnsmasq writes its process id.</param>
    /// <exception cref="VirException">dnsmasq cannot be told so (<c>VIR_ERR_CONFIG_UNSUPPORTED</c>).</exception>
    public static string Write(NetworkDefinition network, DnsmasqFiles files, bool withProcessId = true)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(files);
        var text = new StringBuilder();
        var lines = new DnsmasqLines(text, network.Name);
        var servesNames = network.Dns.Enable != false;
        lines.Add("##WARNING:  THIS IS AN AUTO-GENERATED FILE. CHANGES TO IT ARE LIKELY TO BE");
        lines.Add("##OVERWRITTEN AND LOST.  Changes to this configuration should be made using:");
        lines.Add($"##    virsh net-edit {network.Name}");
        lines.Add("## or other application using the libvirt API.");
        lines.Add("##");
        lines.Add("## dnsmasq conf file created by libvirt");
        lines.Add("strict-order");
        if (!servesNames) lines.Add("port=0");
        WriteNames(network, lines, servesNames);
        if (withProcessId) lines.Add($"pid-file={files.ProcessId}");

        // Bound to the bridge alone: questions that arrive elsewhere are not for it (CVE-2012-3411).
        lines.Add("except-interface=lo");
        lines.Add("bind-dynamic");
        lines.Add($"interface={network.Bridge.Name}");
        if (network.Forward.Mode == ForwardMode.None)
        {
            // A default route that leads nowhere is not handed out, and nothing leaks out by way of names.
            lines.Add("dhcp-option=3");
            lines.Add("no-resolv");
            lines.Add("ra-param=*,0,0");
        }

        if (servesNames) WriteRecords(network, lines);
        WriteAddresses(network, files, lines, servesNames);
        foreach (var option in network.DnsmasqOptions ?? []) lines.Add(option);
        return text.ToString();
    }

    /// <summary>The guests with fixed addresses, one a line.</summary>
    public static string WriteDhcpHosts(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var text = new StringBuilder();
        var lines = new DnsmasqLines(text, network.Name);
        foreach (var ip in network.Ips.Where(ip => ip.HasDhcp).OrderBy(ip => ip.IsV6))
        {
            foreach (var host in ip.Hosts.Where(host => host.Ip is not null))
            {
                var line = ip.IsV6 ? HostLine6(host) : HostLine4(host);
                lines.Add(host.Lease is { } lease ? $"{line},{Time(lease)}" : line);
            }
        }

        return text.ToString();
    }

    /// <summary>The addresses with names, in the form of <c>hosts(5)</c>.</summary>
    public static string WriteDnsHosts(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        var text = new StringBuilder();
        var lines = new DnsmasqLines(text, network.Name);
        foreach (var group in network.Dns.Hosts.Where(host => host.Ip is not null).GroupBy(host => host.Ip!.ToString()))
        {
            lines.Add($"{group.Key}\t{string.Join('\t', group.SelectMany(host => host.Names))}\t");
        }

        return text.ToString();
    }

    private static string HostLine4(DhcpHost host) => (host.Mac, host.Name) switch
    {
        ({ } mac, { } name) => $"{mac},{host.Ip},{name}",
        (null, var name) => $"{name},{host.Ip}",
        ({ } mac, null) => $"{mac},{host.Ip}",
    };

    private static string HostLine6(DhcpHost host)
    {
        var who = (host.Id, host.Name) switch
        {
            ({ } id, { } name) => $"id:{id},{name}",
            (null, var name) => name,
            ({ } id, null) => $"id:{id}",
        };
        return $"{who},[{host.Ip}]";
    }

    private static string Time(DhcpLeaseTime lease) => lease.Expiry == 0
        ? "infinite"
        : string.Create(CultureInfo.InvariantCulture, $"{lease.Expiry}{LeaseUnitNames.Table[lease.Unit][0]}");

    private static void WriteAddresses(
        NetworkDefinition network, DnsmasqFiles files, DnsmasqLines lines, bool servesNames)
    {
        var served4 = network.Ips.FirstOrDefault(ip => !ip.IsV6 && ip.HasDhcp);
        var served6 = network.Ips.FirstOrDefault(ip => ip.IsV6 && ip.HasDhcp);
        var hasTftp = false;
        foreach (var root in network.Ips.Where(ip => ip is { IsV6: false, TftpRoot: not null }).Select(
            ip => ip.TftpRoot))
        {
            if (!hasTftp) lines.Add("enable-tftp");
            hasTftp = true;
            lines.Add($"tftp-root={root}");
        }

        var leases = WriteDhcp(network, served4, lines) + WriteDhcp(network, served6, lines);
        if (leases > 0) lines.Add(string.Create(CultureInfo.InvariantCulture, $"dhcp-lease-max={leases}"));
        if (served4 is not null || served6 is not null) lines.Add($"dhcp-hostsfile={files.DhcpHosts}");
        if (servesNames) lines.Add($"addn-hosts={files.DnsHosts}");
        if (network.Mtu > 0)
        {
            lines.Add(string.Create(CultureInfo.InvariantCulture, $"dhcp-option=option:mtu,{network.Mtu}"));
        }

        if (served6 is not null)
        {
            lines.Add("enable-ra");
            return;
        }

        foreach (var ip in network.Ips.Where(ip => ip.IsV6)) lines.Add($"dhcp-range={ip.Address},ra-only");
    }

    /// <returns>How many addresses can be lent.</returns>
    private static ulong WriteDhcp(NetworkDefinition network, NetworkIp? ip, DnsmasqLines lines)
    {
        if (ip is null) return 0;
        var prefix = ip.EffectivePrefix;
        if (prefix < 0) throw NetworkFailure.Internal($"bridge '{network.Bridge.Name}' has an invalid prefix");
        var size = ip.IsV6
            ? prefix.ToString(CultureInfo.InvariantCulture)
            : IpArithmetic.Netmask(ip.Address.AddressFamily, prefix).ToString();
        var leases = 0UL;
        foreach (var range in ip.Ranges)
        {
            var time = range.Lease is { } lease ? "," + Time(lease) : "";
            lines.Add($"dhcp-range={range.Addresses.Start},{range.Addresses.End},{size}{time}");
            leases += range.Addresses.Count;
        }

        // Without any range dnsmasq would not serve the fixed ones either.
        if (ip.Ranges.Count == 0) lines.Add($"dhcp-range={ip.Address},static{(ip.IsV6 ? "," + size : "")}");
        if (ip.IsV6) return leases;
        lines.Add("dhcp-no-override");
        lines.Add("dhcp-authoritative");
        if (ip.BootFile is { } file)
        {
            lines.Add(ip.BootServer is { } server ? $"dhcp-boot={file},,{server}" : $"dhcp-boot={file}");
        }

        return leases;
    }
}
