namespace Lodge.Daemon.Server;

/// <summary>What programs share.</summary>
internal static class ServerProgram
{
    /// <summary>libvirtd's refusal of a call on a connection that was not opened.</summary>
    public const string HypervisorNotOpen = "hypervisor connection not open";
}
