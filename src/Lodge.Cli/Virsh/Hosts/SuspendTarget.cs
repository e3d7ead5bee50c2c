namespace Lodge.Cli.Virsh.Hosts;

/// <summary>How deep a machine sleeps.</summary>
internal static class SuspendTarget
{
    /// <summary>Reads <c>mem</c>, <c>disk</c> or <c>hybrid</c>.</summary>
    internal static VirNodeSuspendTarget Parse(string text) => text switch
    {
        "mem" => VirNodeSuspendTarget.VIR_NODE_SUSPEND_TARGET_MEM,
        "disk" => VirNodeSuspendTarget.VIR_NODE_SUSPEND_TARGET_DISK,
        "hybrid" => VirNodeSuspendTarget.VIR_NODE_SUSPEND_TARGET_HYBRID,
        _ => throw new CommandFailure("Invalid target"),
    };
}
