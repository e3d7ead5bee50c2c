using System.Collections.Immutable;
using System.Text.Json;
using Lodge.Web.Events;
using Lodge.Web.Options;

namespace Lodge.Web.Hypervisors;

/// <summary>The hypervisors that are managed: those of the command line, and those that users add.</summary>
public sealed class HypervisorSet(WebOptions options, EventLog log) : IHostedService, IAsyncDisposable
{
    private readonly SemaphoreSlim _changes = new(1);
    private ImmutableList<Hypervisor> _all = [];

    /// <summary>Is raised when one was added or removed.</summary>
    public event Action? Changed;

    /// <summary>All of them, in the order in which they were added.</summary>
    public IReadOnlyList<Hypervisor> All => _all;

    /// <summary>Whether a hypervisor was named on the command line, and so cannot be removed.</summary>
    public bool IsFixed(Hypervisor host) => options.Connections.Contains(host.Uri);

    /// <summary>The hypervisor of a name in addresses, or null.</summary>
    public Hypervisor? Find(string? id) => _all.Find(host => host.Id == id);

    /// <summary>Adds one and remembers it; one that is there already stays.</summary>
    /// <exception cref="IOException">The list cannot be written.</exception>
    public async Task<Hypervisor> AddAsync(string uri)
    {
        await _changes.WaitAsync();
        try
        {
            if (_all.Find(host => host.Uri == uri) is { } there) return there;
            var added = Add(uri);
            await SaveAsync();
            Changed?.Invoke();
            return added;
        }
        finally
        {
            _changes.Release();
        }
    }

    /// <summary>Ends a connection and forgets it. Guests are not touched.</summary>
    /// <exception cref="IOException">The list cannot be written.</exception>
    public async Task RemoveAsync(Hypervisor host)
    {
        await _changes.WaitAsync();
        try
        {
            _all = _all.Remove(host);
            await SaveAsync();
        }
        finally
        {
            _changes.Release();
        }

        await host.DisposeAsync();
        Changed?.Invoke();
    }

    /// <inheritdoc/>
    public Task StartAsync(CancellationToken cancellationToken)
    {
        foreach (var uri in options.Connections.Concat(Remembered()).Distinct(StringComparer.Ordinal)) Add(uri);
        return Task.CompletedTask;
    }

    /// <inheritdoc/>
    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        // The container has it under two names, and asks twice.
        foreach (var host in Interlocked.Exchange(ref _all, [])) await host.DisposeAsync();
        _changes.Dispose();
    }

    private string ListFile => Path.Combine(options.StateFolder, "connections.json");

    private Hypervisor Add(string uri)
    {
        var host = new Hypervisor(FreeId(uri), uri, log);
        _all = _all.Add(host);
        host.Start();
        return host;
    }

    /// <summary>A short name for addresses: <c>local</c>, or the host's; numbered where it is taken.</summary>
    private string FreeId(string uri)
    {
        var name = System.Uri.TryCreate(uri, UriKind.Absolute, out var parsed) && parsed.Host.Length > 0
            ? parsed.Host.ToLowerInvariant()
            : parsed?.Scheme == "test" ? "test" : "local";
        var id = name;
        for (var number = 2; Find(id) is not null; number++) id = $"{name}-{number}";
        return id;
    }

    private string[] Remembered()
    {
        try
        {
            return JsonSerializer.Deserialize<string[]>(File.ReadAllText(ListFile)) ?? [];
        }
        catch (Exception error) when (error is FileNotFoundException or DirectoryNotFoundException or JsonException)
        {
            return [];
        }
    }

    private async Task SaveAsync()
    {
        var added = _all.Select(host => host.Uri).Except(options.Connections);
        await File.WriteAllTextAsync(ListFile + ".new", JsonSerializer.Serialize(added.ToArray()));
        File.Move(ListFile + ".new", ListFile, overwrite: true);
    }
}
