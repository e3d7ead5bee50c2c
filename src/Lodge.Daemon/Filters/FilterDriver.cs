using System.Collections.Immutable;
using Lodge.Daemon.Config;
using Lodge.Daemon.Logging;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters;
using Lodge.Protocol;

namespace Lodge.Daemon.Filters;

/// <summary>All packet filters, and the ports they stand on. Reads never wait for changes.</summary>
internal sealed partial class FilterDriver : IAsyncDisposable
{
    private readonly SemaphoreSlim _changes = new(1, 1);
    private readonly bool _isSession;
    private readonly FilterFolder? _folder;
    private readonly BindingFolder? _bindingFolder;
    private readonly FilterEngine _engine;
    private ImmutableSortedDictionary<string, StoredFilter> _filters =
        ImmutableSortedDictionary.Create<string, StoredFilter>(StringComparer.Ordinal);

    /// <summary>
    /// A driver over the filters stored on this host; a user's own daemon has none, and cannot have any.
    /// </summary>
    public FilterDriver(DaemonPaths paths, IPacketFilter kernel)
    {
        _isSession = paths.IsSession;
        _engine = new FilterEngine(kernel, FindDefinition)
        {
            Learned = NoteAddresses,
            Failed = (port, reason) => Log.Error($"Packet filter of '{port}': {reason}"),
        };
        if (!_isSession)
        {
            _folder = new FilterFolder(paths.Filters);
            _bindingFolder = new BindingFolder(paths.FilterBindings);
            _filters = _filters.AddRange(_folder.Load().Select(filter => KeyValuePair.Create(filter.Name, filter)));
        }
    }

    /// <summary>Every filter, by name.</summary>
    public IReadOnlyCollection<StoredFilter> All => [.. Volatile.Read(ref _filters).Values];

    /// <summary>Finds a filter.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none (VIR_ERR_NO_NWFILTER).</exception>
    public StoredFilter Find(string name) =>
        Volatile.Read(ref _filters).GetValueOrDefault(name) ?? throw FilterErrors.NotFound(name);

    /// <summary>Finds a filter.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none (VIR_ERR_NO_NWFILTER).</exception>
    public StoredFilter Find(VirUuid uuid) =>
        Volatile.Read(ref _filters).Values.FirstOrDefault(filter =>
            filter.Uuid == uuid) ?? throw FilterErrors.NotFound(uuid);

    /// <summary>Stores a filter, and takes it into use on every port that has it at once.</summary>
    /// <exception cref="Protocol.Errors.VirException">
    /// It contradicts one that is there, or some port cannot have it; nothing is changed then.
    /// </exception>
    public async Task<StoredFilter> DefineAsync(NetworkFilter definition, CancellationToken cancellation)
    {
        if (_folder is null)
            throw FilterErrors.Invalid("Can't define NWFilters in session mode");
        var filter = StoredFilter.Of(definition);
        await _changes.WaitAsync(cancellation);
        try
        {
            var before = _filters;
            var after = before.SetItem(filter.Name, filter);
            CheckConflict(filter);
            CheckLoop(filter, after);
            var isChanged = before.TryGetValue(filter.Name, out var old) && old.Xml != filter.Xml;
            if (isChanged)
                await _engine.ReplaceAsync(name =>
                    after.GetValueOrDefault(name)?.Definition, filter.Name, cancellation);
            try
            {
                _folder.Write(filter);
            }
            catch (Protocol.Errors.VirException) when (isChanged)
            {
                await _engine.ReplaceAsync(
                    name => before.GetValueOrDefault(name)?.Definition, filter.Name, CancellationToken.None);
                throw;
            }

            Volatile.Write(ref _filters, after);
            return filter;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Forgets a filter.</summary>
    /// <exception cref="Protocol.Errors.VirException">There is none, or a port has it
    /// (VIR_ERR_OPERATION_INVALID).</exception>
    public async Task UndefineAsync(VirUuid uuid, CancellationToken cancellation)
    {
        await _changes.WaitAsync(cancellation);
        try
        {
            var filter = Find(uuid);
            if (_engine.IsInUse(filter.Name))
                throw FilterErrors.Invalid("nwfilter is in use");
            _folder!.Remove(filter.Name);
            Volatile.Write(ref _filters, _filters.Remove(filter.Name));
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _rules?.Dispose();
        await _engine.DisposeAsync();
        _folder?.Dispose();
        _bindingFolder?.Dispose();
        _changes.Dispose();
    }

    private NetworkFilter? FindDefinition(string name) =>
        Volatile.Read(ref _filters).GetValueOrDefault(name)?.Definition;

    private void CheckConflict(StoredFilter filter)
    {
        if (_filters.Values.FirstOrDefault(other => other.Uuid == filter.Uuid) is { } same)
        {
            if (same.Name != filter.Name)
                throw FilterErrors.Failed($"filter with same UUID but different name ('{same.Name}') already exists");
        }
        else if (_filters.TryGetValue(filter.Name, out var named))
        {
            throw FilterErrors.Failed($"filter '{filter.Name}' already exists with uuid {named.Uuid}");
        }
    }

    private static void CheckLoop(StoredFilter filter, ImmutableSortedDictionary<string, StoredFilter> filters)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<StoredFilter>([filter]);
        while (open.TryPop(out var next))
        {
            foreach (var reference in next.Definition.References)
            {
                if (reference.Filter == filter.Name)
                    throw FilterErrors.Failed("filter would introduce a loop");
                if (seen.Add(reference.Filter) && filters.TryGetValue(reference.Filter, out var included))
                    open.Push(included);
            }
        }
    }
}
