namespace Lodge.Web.Hypervisors;

/// <summary>What of a hypervisor is other than before.</summary>
[Flags]
public enum HypervisorChange
{
    /// <summary>The connection.</summary>
    Link = 1,

    /// <summary>A guest came, went, or is in another state.</summary>
    Guests = 2,

    /// <summary>There are new figures.</summary>
    Statistics = 4,

    /// <summary>A network.</summary>
    Networks = 8,

    /// <summary>A pool.</summary>
    Pools = 16,

    /// <summary>A device of the host.</summary>
    Devices = 32,

    /// <summary>A secret.</summary>
    Secrets = 64,

    /// <summary>A guest's devices or jobs.</summary>
    Hardware = 128,
}
