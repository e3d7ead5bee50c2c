namespace Lodge.Daemon.Server;

/// <summary>Drops clients that connect and say nothing, so that they cannot keep the others out.</summary>
internal sealed class FirstCallWatch : IDisposable
{
    private readonly ServerLimits _limits;
    private readonly Lock _gate = new();
    private readonly LinkedList<(ClientSession Client, long Since)> _silent = new();
    private readonly Dictionary<ulong, LinkedListNode<(ClientSession Client, long Since)>> _nodes = [];
    private readonly Timer _timer;
    private bool _armed;
    private bool _crowded;

    internal FirstCallWatch(ServerLimits limits)
    {
        _limits = limits;
        _timer = new Timer(
            static watch => ((FirstCallWatch)watch!).DropOverdue(), this, Timeout.Infinite, Timeout.Infinite);
    }

    /// <inheritdoc/>
    public void Dispose() => _timer.Dispose();

    /// <summary>Begins a client's time.</summary>
    internal void Add(ClientSession client)
    {
        lock (_gate)
        {
            _nodes[client.Id] = _silent.AddLast((client, Environment.TickCount64));
            if (!_armed)
            {
                Arm();
            }
        }
    }

    /// <summary>The client spoke, or left.</summary>
    internal void Remove(ClientSession client)
    {
        lock (_gate)
        {
            if (_nodes.Remove(client.Id, out var node))
            {
                _silent.Remove(node);
            }
        }
    }

    /// <summary>Others wait: the silent ones have less time from now on, until nobody is silent.</summary>
    internal void Crowded()
    {
        lock (_gate)
        {
            if (!_crowded)
            {
                _crowded = true;
                Arm();
            }
        }
    }

    private long Deadline =>
        (long)(_crowded ? _limits.CrowdedFirstCallDeadline : _limits.FirstCallDeadline).TotalMilliseconds;

    private void DropOverdue()
    {
        List<ClientSession> overdue = [];
        lock (_gate)
        {
            var latest = Environment.TickCount64 - Deadline;
            for (var node = _silent.First; node is not null && node.Value.Since <= latest; node = node.Next)
            {
                overdue.Add(node.Value.Client);
            }

            _crowded &= _silent.Count > overdue.Count;
            Arm(overdue.Count);
        }

        foreach (var client in overdue)
        {
            client.Drop("it said nothing sensible in time");
        }
    }

    private void Arm(int skipped = 0)
    {
        var first = _silent.First;
        for (; skipped > 0 && first is not null; skipped--)
        {
            first = first.Next;
        }

        _armed = first is not null;
        if (first is not null)
        {
            var due = first.Value.Since + Deadline - Environment.TickCount64;
            _timer.Change(Math.Max(1, due), Timeout.Infinite);
        }
    }
}
