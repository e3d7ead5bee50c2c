using Lodge.Protocol;

namespace Lodge.Daemon.Networks;

/// <summary>A network: its present snapshot for readers, and one change at a time.</summary>
internal sealed class NetworkObject : IDisposable
{
    private readonly SemaphoreSlim _turn = new(1, 1);
    private NetworkSnapshot _current;

    /// <summary>A network that begins so.</summary>
    public NetworkObject(NetworkSnapshot first) => _current = first;

    /// <summary>Its UUID, which never changes.</summary>
    public VirUuid Uuid => _current.Uuid;

    /// <summary>All that is known of it now.</summary>
    public NetworkSnapshot Current => Volatile.Read(ref _current);

    /// <summary>Whether it has left the registry; a change that waited meanwhile finds no network.</summary>
    public bool IsRemoved { get; set; }

    /// <summary>Waits for the network's turn; disposing the result ends it.</summary>
    public async ValueTask<Turn> BeginAsync(CancellationToken cancellation)
    {
        await _turn.WaitAsync(cancellation);
        return new Turn(_turn);
    }

    /// <summary>Replaces the snapshot; only who has the turn may.</summary>
    /// <returns>The snapshot now.</returns>
    public NetworkSnapshot Publish(Func<NetworkSnapshot, NetworkSnapshot> change)
    {
        var next = change(_current);
        Volatile.Write(ref _current, next);
        return next;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _current.Running?.Dispose();
        _turn.Dispose();
    }

    /// <summary>The right to change a network.</summary>
    internal readonly struct Turn(SemaphoreSlim turn) : IDisposable
    {
        /// <summary>Lets the next one change it.</summary>
        public void Dispose() => turn.Release();
    }
}
