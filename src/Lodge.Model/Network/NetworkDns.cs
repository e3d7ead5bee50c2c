using Lodge.Model.Xml;

namespace Lodge.Model.Networks;

/// <summary>The names a network serves (<c>&lt;dns&gt;</c>).</summary>
public sealed record NetworkDns
{
    /// <summary>Whether names are served at all.</summary>
    public bool? Enable { get; init; }

    /// <summary>Whether names without a domain are asked for outside.</summary>
    public bool? ForwardPlainNames { get; init; }

    /// <summary>Who is asked for unknown names.</summary>
    public IReadOnlyList<DnsForwarder> Forwarders { get; init; } = [];

    /// <summary>TXT records.</summary>
    public IReadOnlyList<DnsText> Texts { get; init; } = [];

    /// <summary>SRV records.</summary>
    public IReadOnlyList<DnsService> Services { get; init; } = [];

    /// <summary>Addresses and their names.</summary>
    public IReadOnlyList<DnsHost> Hosts { get; init; } = [];

    internal static NetworkDns Parse(string network, Element element)
    {
        var dns = new NetworkDns
        {
            Enable = element.YesNo("enable"),
            ForwardPlainNames = element.YesNo("forwardPlainNames"),
            Forwarders = element.All("forwarder").ConvertAll(item => DnsForwarder.Parse(network, item)),
            Hosts = element.All("host").ConvertAll(item => DnsHost.Parse(network, item, isPattern: false)),
            Services = element.All("srv").ConvertAll(item => DnsService.Parse(network, item, isPattern: false)),
            Texts = element.All("txt").ConvertAll(item => DnsText.Parse(network, item, isPattern: false)),
        };
        return dns.Enable == false && dns.HasRecords
            ? throw NetworkError.Xml($"Extra data in disabled network '{network}'")
            : dns;
    }

    internal void Format(XmlOutput output)
    {
        if (Enable is null && ForwardPlainNames is null && !HasRecords) return;
        output.Start("dns").YesNo("enable", Enable).YesNo("forwardPlainNames", ForwardPlainNames);
        foreach (var forwarder in Forwarders) forwarder.Format(output);
        foreach (var text in Texts) text.Format(output);
        foreach (var service in Services) service.Format(output);
        foreach (var host in Hosts) host.Format(output);
        output.End();
    }

    private bool HasRecords => Forwarders.Count + Texts.Count + Services.Count + Hosts.Count > 0;
}
