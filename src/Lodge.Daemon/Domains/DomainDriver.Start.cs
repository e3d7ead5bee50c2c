using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Logging;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    private const int AutostartsAtOnce = 4;

    /// <summary>Knows its domains again: reads configurations, then takes over each guest that runs.</summary>
    public async Task LoadAsync()
    {
        LoadConfigs();
        var adoption = new GuestAdoption(this);
        await Task.WhenAll(Statuses.Names().ToList().Select(adoption.AdoptAsync));
        Resources.RemoveLeftovers();
    }

    /// <summary>Starts the domains that start with the daemon, some at a time; one that fails harms no other.</summary>
    public Task AutostartAsync()
    {
        var waiting = Domains.All.Where(d => d.Current is { Autostart: true, IsActive: false });
        return Parallel.ForEachAsync(
            waiting,
            new ParallelOptions { MaxDegreeOfParallelism = AutostartsAtOnce },
            async (domain, cancellation) => await AutostartAsync(domain, cancellation));
    }

    private async ValueTask AutostartAsync(DomainObject domain, CancellationToken cancellation)
    {
        try
        {
            using var job = await BeginJobAsync(domain, DomainJobKind.Modify, "autostart", cancellation);
            if (domain.Current is { Autostart: true, IsActive: false })
                await StartConfiguredAsync(domain, new StartRequest());
        }
        catch (Exception failure)
        {
            Log.Error($"Failed to autostart VM '{domain.Current.Name}': {failure.Message}");
            domain.Publish(s => s with { AutostartFailure = failure.Message });
        }
    }
}
