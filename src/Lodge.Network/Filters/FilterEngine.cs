using System.Collections.Concurrent;
using System.Text;
using Lodge.Host.Netlink;
using Lodge.Host.Packets;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters.Learning;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Filters;

/// <summary>
/// Puts filters on ports and keeps them there. Each change is one transaction of the kernel: no frame ever meets half
/// of it. Changes come one after another; safe for use by many threads.
/// </summary>
public sealed partial class FilterEngine : IAsyncDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private readonly ConcurrentDictionary<string, FilterPort> _ports = new(StringComparer.Ordinal);
    private readonly IPacketFilter _kernel;
    private Func<string, NetworkFilter?> _find;
    private KernelSupport? _support;

    /// <summary>An engine with no ports.</summary>
    /// <param name="kernel">The kernel's packet filtering.</param>
    /// <param name="find">The filters there are, by name.</param>
    public FilterEngine(IPacketFilter kernel, Func<string, NetworkFilter?> find) => (_kernel, _find) = (kernel, find);

    /// <summary>Opens what lists the host's links.</summary>
    public Func<RouteNetlink> OpenRoutes { get; init; } = RouteNetlink.Open;

    /// <summary>Opens what sees a port's frames.</summary>
    public Func<int, PacketFilterStep[], PacketSocket> OpenPackets { get; init; } =
        (device, filter) => PacketSocket.Open(device, filter);

    /// <summary>Tells when leases end.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;

    /// <summary>Told of the addresses learned on a port each time they change.</summary>
    public Action<string, IReadOnlyList<LearnedAddress>>? Learned { get; init; }

    /// <summary>Told of what went wrong with nobody waiting for it: the port, and the reason.</summary>
    public Action<string, string>? Failed { get; init; }

    /// <summary>
    /// Puts a filter on a port, in the place of an earlier one. A device that is not there gets none.
    /// </summary>
    /// <exception cref="VirException">It cannot be had; the port is as it was.</exception>
    public async Task BindAsync(
        FilterBinding binding, IReadOnlyList<LearnedAddress>? learned = null, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(binding);
        await _turn.WaitAsync(cancellation);
        try
        {
            if (await IndexAsync(binding.PortDevice) is not { } device)
            {
                return;
            }

            var before = _ports.GetValueOrDefault(binding.PortDevice);
            var port = new FilterPort(binding) { Learned = learned ?? [], Traces = before?.Traces };
            var plan = port.Plan(_find, await SupportAsync());
            await ApplyAsync([(port, plan)], cancellation);
            _ports[binding.PortDevice] = port;
            if (before is not null)
            {
                // It may be waiting for its turn right now, so its end is not waited for.
                Watch(before, LearningMode.None, device);
            }

            Watch(port, plan.Learning, device);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Takes a port's filter away; nothing where it has none.</summary>
    public async Task UnbindAsync(string device)
    {
        await _turn.WaitAsync();
        try
        {
            if (!_ports.TryRemove(device, out var port))
            {
                return;
            }

            Watch(port, LearningMode.None, 0);
            if (port.Traces is { } traces)
            {
                var script = new StringBuilder();
                FilterTable.WriteFrame(script);
                traces.WriteRemoval(script);
                await _kernel.ApplyAsync(script.ToString());
            }
        }
        catch (VirException refused)
        {
            // Somebody else took the rules away already; the port has none either way.
            Failed?.Invoke(device, refused.Message);
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <summary>Whether a port has rules.</summary>
    public bool HasRules(string device) => _ports.ContainsKey(device);

    /// <summary>Whether some port's rules come from a filter.</summary>
    public bool IsInUse(string filter) => _ports.Values.Any(port => port.Filters.Contains(filter));

    /// <summary>Takes changed filters into use on every port that has them, all or none.</summary>
    /// <param name="find">The filters there are from now on.</param>
    /// <param name="changed">The name of the one that changed.</param>
    /// <param name="cancellation">Leaves everything as it was.</param>
    /// <exception cref="VirException">Some port cannot have it; every port is as it was.</exception>
    public async Task ReplaceAsync(
        Func<string, NetworkFilter?> find, string changed, CancellationToken cancellation = default)
    {
        await _turn.WaitAsync(cancellation);
        try
        {
            var support = await SupportAsync();
            var plans = (from port in _ports.Values
                         where port.Filters.Contains(changed)
                         select (port, port.Plan(find, support))).ToList();
            await ApplyAsync(plans, cancellation);
            _find = find;
            foreach (var (port, plan) in plans)
            {
                if (await IndexAsync(port.Binding.PortDevice) is { } device)
                {
                    Watch(port, plan.Learning, device);
                }
            }
        }
        finally
        {
            _turn.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        foreach (var port in _ports.Values)
        {
            if (port.Learner is { } learner)
            {
                await learner.DisposeAsync();
            }
        }

        _turn.Dispose();
    }
}
