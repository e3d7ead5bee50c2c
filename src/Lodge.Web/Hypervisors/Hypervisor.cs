using System.Collections.Concurrent;
using Lodge.Web.Events;
using Lodge.Web.Statistics;

namespace Lodge.Web.Hypervisors;

/// <summary>
/// One hypervisor: the connection to it, which comes back by itself, and what is known of its guests.
/// </summary>
public sealed partial class Hypervisor : IAsyncDisposable
{
    private readonly CancellationTokenSource _end = new();
    private readonly ConcurrentDictionary<string, string> _unsupported = new(StringComparer.Ordinal);
    private readonly EventLog _log;
    private LibvirtConnection? _connection;
    private Task _life = Task.CompletedTask;

    internal Hypervisor(string id, string uri, EventLog log)
    {
        Id = id;
        Uri = uri;
        Name = uri;
        _log = log;
    }

    /// <summary>Is raised after something is other than before, on any thread.</summary>
    public event Action<HypervisorChange>? Changed;

    /// <summary>Its name in addresses of pages.</summary>
    public string Id { get; }

    /// <summary>The name of the connection.</summary>
    public string Uri { get; }

    /// <summary>The host's name, once it has been asked.</summary>
    public string Name { get; private set; }

    /// <summary>What the hypervisor calls itself: <c>QEMU</c>, <c>TEST</c>.</summary>
    public string Kind { get; private set; } = "";

    /// <summary>How the connection is.</summary>
    public LinkState State { get; private set; }

    /// <summary>Why there is no connection.</summary>
    public string? Fault { get; private set; }

    /// <summary>Its guests as last seen.</summary>
    public GuestTable Guests { get; } = new();

    /// <summary>The figures of its guests.</summary>
    public GuestMeters Meters { get; } = new();

    /// <summary>The figures of the host.</summary>
    public HostMeter HostMeter { get; } = new();

    /// <summary>The connection.</summary>
    /// <exception cref="VirException">There is none at the moment.</exception>
    public LibvirtConnection Connection => _connection ?? throw new VirException(
        VirErrorNumber.VIR_ERR_NO_CONNECT, VirErrorDomain.VIR_FROM_NONE,
        $"{Uri} cannot be reached: {Fault ?? "it is being connected to"}");

    /// <summary>Whether the hypervisor has guests that are real machines with consoles and files.</summary>
    public bool IsReal => !Kind.Equals("TEST", StringComparison.OrdinalIgnoreCase);

    /// <summary>Why the hypervisor cannot do something, where it has said so; else null.</summary>
    /// <param name="ability">The name of the deed, as pages use it.</param>
    public string? Lacks(string ability) => _unsupported.GetValueOrDefault(ability);

    /// <summary>Takes note that the hypervisor cannot do something.</summary>
    public void Lack(string ability, string reason)
    {
        if (_unsupported.TryAdd(ability, reason)) Raise(HypervisorChange.Link);
    }

    /// <summary>Begins to connect.</summary>
    internal void Start() => _life = Task.Run(() => LiveAsync(_end.Token));

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _life;
        _end.Dispose();
    }

    internal void Raise(HypervisorChange change) => Changed?.Invoke(change);
}
