using System.Xml.Linq;

namespace Lodge.Web.Pages.HostPages;

/// <summary>What the page of networks shows of one.</summary>
public sealed record NetworkFacts(
    Network Network,
    bool IsActive,
    bool IsPersistent,
    bool Autostart,
    string Xml,
    IReadOnlyList<(string Address, string Name, string Mac)> Leases)
{
    private readonly XElement _root = XElement.Parse(Xml);

    /// <summary>How it reaches other networks.</summary>
    public string Mode => (string?)_root.Element("forward")?.Attribute("mode") switch
    {
        null when _root.Element("forward") is null => "Isolated",
        null or "nat" => "NAT",
        "route" => "Routed",
        "open" => "Open",
        "hostdev" => "Virtual functions of a card",
        "bridge" => "Bridge of the host",
        var mode => mode,
    };

    /// <summary>Its device on the host.</summary>
    public string Bridge => (string?)_root.Element("bridge")?.Attribute("name") ?? "–";

    /// <summary>The host's addresses on it, with the ranges that are given out.</summary>
    public IEnumerable<string> Addresses => _root.Elements("ip").Select(ip =>
    {
        var mask = (string?)ip.Attribute("prefix") ?? (string?)ip.Attribute("netmask");
        var ranges = ip.Elements("dhcp").Elements("range")
            .Select(range => $"{(string?)range.Attribute("start")} – {(string?)range.Attribute("end")}");
        return $"{(string?)ip.Attribute("address")}/{mask} {string.Join(", ", ranges)}".TrimEnd();
    });

    /// <summary>Reads one.</summary>
    public static async Task<NetworkFacts> ReadAsync(Network network, CancellationToken cancellation)
    {
        var isActive = await network.IsActiveAsync(cancellation);
        IReadOnlyList<(string, string, string)> leases = [];
        try
        {
            if (isActive)
            {
                leases = [.. (await network.GetDhcpLeasesAsync(null, cancellationToken: cancellation))
                    .Select(lease => ($"{lease.Ipaddr}/{lease.Prefix}", lease.Hostname ?? "", lease.Mac ?? ""))];
            }
        }
        catch (VirException)
        {
            // Some networks give no addresses.
        }

        return new(
            network,
            isActive,
            await network.IsPersistentAsync(cancellation),
            await network.GetAutostartAsync(cancellation),
            await network.GetXmlDescAsync(cancellationToken: cancellation),
            leases);
    }
}
