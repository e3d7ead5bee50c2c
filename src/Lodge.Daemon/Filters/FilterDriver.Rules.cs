using Lodge.Daemon.Logging;
using Lodge.Host.Netlink;
using Lodge.Network.Firewall;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Filters;

internal sealed partial class FilterDriver
{
    private RuleWatch? _rules;

    /// <summary>From here on, filters that somebody flushes are put back.</summary>
    public void GuardRules()
    {
        if (_isSession)
            return;
        try
        {
            _rules = RuleWatch.Open();
            _ = _rules.RunAsync(RepairAsync);
        }
        catch (NetlinkException refused)
        {
            Log.Warning($"Packet filters of guests are not watched: {refused.Message}");
        }
    }

    private async Task RepairAsync(string? table)
    {
        try
        {
            if (await _engine.RepairAsync())
                Log.Warning("The packet filters of guests were removed by somebody: they are put back");
        }
        catch (Exception failure) when (failure is VirException or ObjectDisposedException)
        {
            Log.Error($"The packet filters of guests cannot be put back: {failure.Message}");
        }
    }
}
