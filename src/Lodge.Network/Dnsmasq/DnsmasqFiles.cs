using System.Security;

namespace Lodge.Network.Dnsmasq;

/// <summary>Where the files of one network's dnsmasq are.</summary>
/// <param name="StateFolder">What outlives a boot: configuration, hosts, leases.</param>
/// <param name="RunFolder">What does not: the process id.</param>
/// <param name="Network">The network's name.</param>
public sealed record DnsmasqFiles(string StateFolder, string RunFolder, string Network)
{
    /// <summary>The configuration.</summary>
    public string Configuration => Path.Combine(StateFolder, Network + ".conf");

    /// <summary>Guests with fixed addresses; read again on SIGHUP.</summary>
    public string DhcpHosts => Path.Combine(StateFolder, Named + ".hostsfile");

    /// <summary>Names with fixed addresses; read again on SIGHUP.</summary>
    public string DnsHosts => Path.Combine(StateFolder, Named + ".addnhosts");

    /// <summary>The process id.</summary>
    public string ProcessId => Path.Combine(RunFolder, Named + ".pid");

    /// <summary>The program that dnsmasq tells of each lease.</summary>
    public string LeaseScript => Path.Combine(StateFolder, "lease");

    /// <summary>The network's name as dnsmasq can read it: quotes would mean something to it.</summary>
    private string Named => SecurityElement.Escape(Network);

    /// <summary>The leases of a bridge, as libvirt writes them.</summary>
    public string Leases(string bridge) => Path.Combine(StateFolder, bridge + ".status");
}
