using static Lodge.Protocol.Constants.VirDomainState;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>States of domains and their reasons in virsh's words.</summary>
internal static class DomainStateText
{
    private static readonly string[] Running =
    [
        "unknown", "booted", "migrated", "restored", "from snapshot", "unpaused", "migration canceled",
        "save canceled", "event wakeup", "crashed", "post-copy", "post-copy failed",
    ];

    private static readonly string[] Paused =
    [
        "unknown", "user", "migrating", "saving", "dumping", "I/O error", "watchdog", "from snapshot",
        "shutting down", "creating snapshot", "crashed", "starting up", "post-copy", "post-copy failed",
    ];

    private static readonly string[] Shutoff =
    [
        "unknown", "shutdown", "destroyed", "crashed", "migrated", "saved", "failed", "from snapshot", "daemon",
    ];

    /// <summary>The state, for example <c>shut off</c>.</summary>
    internal static string Of(VirDomainState state) => state switch
    {
        VIR_DOMAIN_RUNNING => "running",
        VIR_DOMAIN_BLOCKED => "idle",
        VIR_DOMAIN_PAUSED => "paused",
        VIR_DOMAIN_SHUTDOWN => "in shutdown",
        VIR_DOMAIN_SHUTOFF => "shut off",
        VIR_DOMAIN_CRASHED => "crashed",
        VIR_DOMAIN_PMSUSPENDED => "pmsuspended",
        _ => "no state",
    };

    /// <summary>Why it is in that state, for example <c>booted</c>.</summary>
    internal static string Reason(VirDomainState state, int reason)
    {
        string[] texts = state switch
        {
            VIR_DOMAIN_RUNNING => Running,
            VIR_DOMAIN_PAUSED => Paused,
            VIR_DOMAIN_SHUTDOWN => ["unknown", "user"],
            VIR_DOMAIN_SHUTOFF => Shutoff,
            VIR_DOMAIN_CRASHED => ["unknown", "panicked"],
            _ => [],
        };
        return reason >= 0 && reason < texts.Length ? texts[reason] : "unknown";
    }
}
