using Lodge.Daemon.Logging;
using Lodge.Host.Netlink;
using Lodge.Network.Firewall;
using Lodge.Network.Running;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Networks;

internal sealed partial class NetworkDriver
{
    /// <summary>From here on, packet filters that somebody flushes are put back.</summary>
    public void GuardRules()
    {
        try
        {
            _rules = RuleWatch.Open();
            _ = _rules.RunAsync(RestoreRulesAsync);
        }
        catch (NetlinkException refused)
        {
            Log.Warning($"Packet filters of networks are not watched: {refused.Message}");
        }
    }

    private async Task RestoreRulesAsync(string? table)
    {
        foreach (var network in Networks.All.Where(network =>
            network.Current.Live is { } live && (table is null || NetworkRules.Table(live) == table)))
        {
            try
            {
                // Our own changes take tables away too, in the network's turn: when it is ours, the new one is there.
                using var turn = await network.BeginAsync(CancellationToken.None);
                if (network.Current.Live is { } live && await NetworkHost.RestoreRulesAsync(live))
                    Log.Warning($"The packet filter of network '{live.Name}' was removed by somebody: it is put back");
            }
            catch (Exception failure) when (failure is VirException or ObjectDisposedException)
            {
                Log.Error(
                    $"The packet filter of network '{network.Current.Name}' cannot be put back: {failure.Message}");
            }
        }
    }
}
