using System.Globalization;
using System.Text;
using Lodge.Host.Nftables;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Firewall;

/// <summary>
/// Beside Docker and some firewalls everything that is forwarded is dropped unless a rule of theirs accepts it: what
/// our own table accepts is dropped by theirs. So a network's traffic is handed through there, and judged by our own
/// table alone.
/// </summary>
/// <param name="warn">Told when such a policy is found, or cannot be handled.</param>
internal sealed class ForwardPolicy(Action<string> warn)
{
    private const string OwnChain = "DOCKER-USER";
    private const string Chain = "FORWARD";

    /// <summary>Hands a network's traffic through the host's own filter, where that drops by default.</summary>
    public async Task OpenAsync(NetworkDefinition network, CancellationToken cancellation)
    {
        foreach (var family in Families(network))
        {
            try
            {
                if (await FindChainAsync(family, cancellation) is not { } chain) continue;
                await CloseAsync(network, family, chain, cancellation);
                await Nft.ApplyAsync(Script(network, family, chain), cancellation);
                warn($"this host drops forwarded traffic by default ({family} filter {Chain}, as Docker sets it): "
                    + $"network '{network.Name}' is let through by rules of its own in chain {chain}");
            }
            catch (VirException refused)
            {
                warn($"this host drops forwarded traffic by default, and network '{network.Name}' cannot be let "
                    + $"through: {refused.Message}; let it through with: iptables -I {OwnChain} -i "
                    + $"{network.Bridge.Name} -j ACCEPT; iptables -I {OwnChain} -o {network.Bridge.Name} -j ACCEPT");
            }
        }
    }

    /// <summary>Takes the rules away; where there are none, nothing happens.</summary>
    public static async Task CloseAsync(NetworkDefinition network)
    {
        foreach (var family in Families(network))
        {
            foreach (var chain in (string[])[OwnChain, Chain])
            {
                await CloseAsync(network, family, chain, CancellationToken.None);
            }
        }
    }

    internal static string Script(NetworkDefinition network, string family, string chain)
    {
        var bridge = network.Bridge.Name;
        var mark = Mark(network);
        return new StringBuilder()
            .Append(CultureInfo.InvariantCulture, $"insert rule {family} filter {chain} iifname \"{bridge}\" ")
            .Append(CultureInfo.InvariantCulture, $"counter accept comment \"{mark}\"\n")
            .Append(CultureInfo.InvariantCulture, $"insert rule {family} filter {chain} oifname \"{bridge}\" ")
            .Append(CultureInfo.InvariantCulture, $"counter accept comment \"{mark}\"\n")
            .ToString();
    }

    /// <summary>The numbers of our rules in a listing with handles.</summary>
    internal static IEnumerable<string> Handles(string listing, string mark) => listing.Split('\n')
        .Where(line => line.Contains($"comment \"{mark}\"", StringComparison.Ordinal))
        .Select(line => line[(line.LastIndexOf("# handle ", StringComparison.Ordinal) + 9)..].Trim());

    private static string Mark(NetworkDefinition network) => NetworkRules.Table(network);

    private static IEnumerable<string> Families(NetworkDefinition network)
    {
        if (network.Forward.Mode == ForwardMode.None) yield break;
        if (network.HasFamily(v6: false)) yield return "ip";
        if (network.HasFamily(v6: true)) yield return "ip6";
    }

    private static async Task<string?> FindChainAsync(string family, CancellationToken cancellation)
    {
        var forward = await Nft.ListAsync(["list", "chain", family, "filter", Chain], cancellation);
        if (forward?.Contains("policy drop", StringComparison.Ordinal) != true) return null;
        return await Nft.ListAsync(["list", "chain", family, "filter", OwnChain], cancellation) is null
            ? Chain
            : OwnChain;
    }

    private static async Task CloseAsync(
        NetworkDefinition network, string family, string chain, CancellationToken cancellation)
    {
        var listing = await Nft.ListAsync(["-a", "list", "chain", family, "filter", chain], cancellation);
        var script = string.Concat(Handles(listing ?? "", Mark(network))
            .Select(handle => $"delete rule {family} filter {chain} handle {handle}\n"));
        if (script.Length > 0) await Nft.ApplyAsync(script, cancellation);
    }
}
