namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>How far a job on a disk is.</summary>
internal enum BlockJobPhase
{
    /// <summary>It goes on.</summary>
    Running,

    /// <summary>Both sides are the same and kept so; it waits to be ended.</summary>
    Ready,

    /// <summary>It is called off.</summary>
    Aborting,

    /// <summary>The disk is being turned to the other side.</summary>
    Pivoting,
}
