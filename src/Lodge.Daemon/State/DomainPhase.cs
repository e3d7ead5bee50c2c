namespace Lodge.Daemon.State;

/// <summary>How far a guest's start or stop is, as the next daemon finds it.</summary>
internal enum DomainPhase
{
    /// <summary>Nobody was told yet that the guest runs: after a crash it is ended and cleaned up.</summary>
    Starting,

    /// <summary>The guest runs, or is about to: after a crash it is taken over.</summary>
    Started,

    /// <summary>Somebody asked for its end: after a crash it is ended.</summary>
    Stopping,
}
