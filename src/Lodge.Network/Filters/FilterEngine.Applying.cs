using System.Net.Sockets;
using System.Text;
using Lodge.Host.Netlink;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters.Learning;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Filters;

/// <summary>Rules on their way into the kernel, and addresses on their way into rules.</summary>
public sealed partial class FilterEngine
{
    /// <summary>
    /// Puts all filters back after the daemon, or somebody's <c>flush ruleset</c>, took them away: in one transaction
    /// with the removal of what was there. A port whose filter cannot be had any more gets nothing through.
    /// </summary>
    /// <param name="bindings">Every port with the addresses that were learned on it.</param>
    public async Task RestoreAsync(IReadOnlyList<(FilterBinding Binding,
        IReadOnlyList<LearnedAddress> Learned)> bindings)
    {
        ArgumentNullException.ThrowIfNull(bindings);
        await _turn.WaitAsync();
        try
        {
            var listing = await _kernel.ListAsync(FilterTable.Name);
            if (bindings.Count == 0 && listing is null)
            {
                return;
            }

            var support = await SupportAsync();
            var script = new StringBuilder();
            FilterTable.WriteAnew(script, listing);
            FilterTable.WriteFrame(script);
            var watched = new List<(FilterPort Port, LearningMode Mode, int Device)>();
            foreach (var (binding, learned) in bindings)
            {
                if (await IndexAsync(binding.PortDevice) is { } device)
                {
                    var port = new FilterPort(binding) { Learned = learned };
                    var plan = PlanOrNothing(port, support);
                    plan.Ruleset.Write(script, null);
                    Settle(port, plan);
                    _ports[binding.PortDevice] = port;
                    watched.Add((port, plan.Learning, device));
                }
            }

            await _kernel.ApplyAsync(script.ToString());
            watched.ForEach(port => Watch(port.Port, port.Mode, port.Device));
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Puts all filters back where somebody's <c>flush ruleset</c> took them away under the daemon.</summary>
    /// <returns>Whether they were gone.</returns>
    /// <exception cref="VirException">The kernel does not take them.</exception>
    public async Task<bool> RepairAsync()
    {
        await _turn.WaitAsync();
        try
        {
            if (_ports.IsEmpty || await _kernel.ListAsync(FilterTable.Name) is not null)
            {
                return false;
            }

            var support = await SupportAsync();
            var plans = _ports.Values.Select(port => (Port: port, Plan: PlanOrNothing(port, support))).ToList();
            await _kernel.ApplyAsync(Script(plans, withRemoval: false));
            plans.ForEach(entry => Settle(entry.Port, entry.Plan));
            return true;
        }
        finally
        {
            _turn.Release();
        }
    }

    private PortPlan PlanOrNothing(FilterPort port, KernelSupport support)
    {
        try
        {
            return port.Plan(_find, support);
        }
        catch (VirException refused)
        {
            Failed?.Invoke(port.Binding.PortDevice, $"nothing passes: {refused.Message}");
            var names = new HashSet<string>(StringComparer.Ordinal) { port.Binding.Filter.Filter };
            return new PortPlan(LearningRules.Nothing(port.Binding.PortDevice), names, LearningMode.None);
        }
    }

    private async Task ApplyAsync(List<(FilterPort Port, PortPlan Plan)> plans, CancellationToken cancellation)
    {
        if (plans.Count == 0)
        {
            return;
        }

        try
        {
            await _kernel.ApplyAsync(Script(plans, withRemoval: true), cancellation);
        }
        catch (VirException) when (plans.Exists(entry => entry.Port.Traces is not null))
        {
            // What was to be removed may be gone already, with somebody's "flush ruleset".
            await _kernel.ApplyAsync(Script(plans, withRemoval: false), cancellation);
        }

        plans.ForEach(entry => Settle(entry.Port, entry.Plan));
    }

    private static string Script(List<(FilterPort Port, PortPlan Plan)> plans, bool withRemoval)
    {
        var script = new StringBuilder();
        FilterTable.WriteFrame(script);
        foreach (var (port, plan) in plans)
        {
            plan.Ruleset.Write(script, withRemoval ? port.Traces : null);
        }

        return script.ToString();
    }

    private static void Settle(FilterPort port, PortPlan plan)
    {
        port.Traces = PortTraces.Of(plan.Ruleset);
        port.Filters = plan.Filters;
    }

    /// <summary>Begins to watch a port for addresses where it must, and ends it where it need not.</summary>
    private void Watch(FilterPort port, LearningMode mode, int device)
    {
        if (mode == LearningMode.None)
        {
            // The learner itself may be waiting for this very change, so its end is not waited for.
            _ = port.Learner?.DisposeAsync().AsTask();
            port.Learner = null;
            return;
        }

        if (port.Learner is not null)
        {
            return;
        }

        try
        {
            port.Learner = new AddressLearner(
                mode, device, port.Binding.Mac, port.Learned, addresses =>
                    LearnedAsync(port, addresses), Clock, OpenPackets);
        }
        catch (Exception failure) when (failure is NetlinkException or SocketException)
        {
            Failed?.Invoke(port.Binding.PortDevice, $"cannot watch for its addresses: {failure.Message}");
        }
    }

    private async Task LearnedAsync(FilterPort port, IReadOnlyList<LearnedAddress> addresses)
    {
        var name = port.Binding.PortDevice;
        try
        {
            await _turn.WaitAsync();
        }
        catch (ObjectDisposedException)
        {
            return;
        }

        try
        {
            if (!ReferenceEquals(_ports.GetValueOrDefault(name), port))
            {
                return;
            }

            port.Learned = addresses;
            var plan = PlanOrNothing(port, await SupportAsync());
            await ApplyAsync([(port, plan)], CancellationToken.None);
            if (await IndexAsync(name) is { } device)
            {
                Watch(port, plan.Learning, device);
            }
        }
        catch (VirException refused)
        {
            Failed?.Invoke(name, $"its addresses do not get into the rules: {refused.Message}");
        }
        finally
        {
            _turn.Release();
        }

        Learned?.Invoke(name, addresses);
    }

    private async ValueTask<KernelSupport> SupportAsync() =>
        _support ??= await KernelSupport.ProbeAsync(_kernel.TakesAsync);

    private async ValueTask<int?> IndexAsync(string device)
    {
        using var routes = OpenRoutes();
        return (await routes.FindLinkAsync(device))?.Index;
    }
}
