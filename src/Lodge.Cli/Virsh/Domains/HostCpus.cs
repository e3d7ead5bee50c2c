namespace Lodge.Cli.Virsh.Domains;

/// <summary>The CPUs of the host that virtual CPUs can be tied to.</summary>
internal static class HostCpus
{
    /// <summary>How many there are; a daemon that cannot list them tells the most there could be.</summary>
    internal static async Task<int> CountAsync(Shell shell)
    {
        try
        {
            return (await shell.Connection.GetNodeCpuMapAsync()).Ret;
        }
        catch (VirException)
        {
            var info = await shell.Connection.GetNodeInfoAsync();
            return info.Nodes * info.Sockets * info.Cores * info.Threads;
        }
    }
}
