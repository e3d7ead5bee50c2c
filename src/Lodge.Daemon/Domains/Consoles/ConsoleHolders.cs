namespace Lodge.Daemon.Domains.Consoles;

/// <summary>Who holds which console of a guest: one holder for each.</summary>
internal sealed class ConsoleHolders
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, ConsoleSession> _holders = new(StringComparer.Ordinal);

    /// <summary>Gives a console to a session.</summary>
    /// <param name="path">The console's pty or socket.</param>
    /// <param name="session">Who is to have it.</param>
    /// <param name="force">Whether to take it from whoever has it.</param>
    /// <returns>Whether it got it.</returns>
    public bool TryTake(string path, ConsoleSession session, bool force)
    {
        ConsoleSession? before;
        lock (_lock)
        {
            if (_holders.TryGetValue(path, out before) && !force)
                return false;
            _holders[path] = session;
        }

        before?.End();
        return true;
    }

    /// <summary>Lets go of a console, if the session still has it.</summary>
    public void Release(string path, ConsoleSession session)
    {
        lock (_lock)
        {
            if (_holders.TryGetValue(path, out var holder) && holder == session)
                _holders.Remove(path);
        }
    }
}
