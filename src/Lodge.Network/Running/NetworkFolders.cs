using Lodge.Network.Dnsmasq;

namespace Lodge.Network.Running;

/// <summary>Where networks keep what they need beside their XML.</summary>
/// <param name="Dnsmasq">Configurations, hosts and leases of dnsmasq.</param>
/// <param name="Run">Process ids.</param>
public sealed record NetworkFolders(string Dnsmasq, string Run)
{
    /// <summary>The files of one network.</summary>
    public DnsmasqFiles Of(string network) => new(Dnsmasq, Run, network);
}
