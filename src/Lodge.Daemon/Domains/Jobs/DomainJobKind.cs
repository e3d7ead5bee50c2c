namespace Lodge.Daemon.Domains.Jobs;

/// <summary>What a job does to its domain; decides what may run beside a long one.</summary>
/// <remarks>Source: libvirt's <c>virDomainJob</c>.</remarks>
internal enum DomainJobKind
{
    /// <summary>Asks QEMU, changes nothing.</summary>
    Query,

    /// <summary>Ends the guest.</summary>
    Destroy,

    /// <summary>Stops the guest's processors.</summary>
    Suspend,

    /// <summary>May change anything.</summary>
    Modify,

    /// <summary>Ends the long job that runs.</summary>
    Abort,

    /// <summary>Speaks to the agent in the guest; runs beside jobs that speak to QEMU.</summary>
    Agent,
}
