using System.Text;

namespace Lodge.Network.TrafficControl;

/// <summary>Rates of links by nftables, each link in a chain that begins where its frames come in.</summary>
internal static class IngressTable
{
    /// <summary>The table.</summary>
    public const string Name = "lodge_rates";

    /// <summary>The chain of a link.</summary>
    public static string Chain(string link) => "link-" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(link));

    /// <summary>The script that holds a link to a rate in KiB a second.</summary>
    public static string Limit(string link, ulong average, ulong burst) =>
        $"""
        add table netdev {Name}
        add chain netdev {Name} {Chain(link)} {Open} type filter hook ingress device "{link}" priority 0 ; {Close}
        flush chain netdev {Name} {Chain(link)}
        add rule netdev {Name} {Chain(link)} limit rate over {average} kbytes/second burst {burst} kbytes drop

        """;

    /// <summary>The script that lets a link go.</summary>
    public static string Removal(string link) =>
        $"flush chain netdev {Name} {Chain(link)}\ndelete chain netdev {Name} {Chain(link)}\n";

    private const string Open = "{";
    private const string Close = "}";
}
