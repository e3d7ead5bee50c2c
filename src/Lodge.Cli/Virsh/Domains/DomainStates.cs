namespace Lodge.Cli.Virsh.Domains;

/// <summary>What a domain is doing.</summary>
internal static class DomainStates
{
    /// <summary>The state and its reason; a daemon too old to know reasons gives -1.</summary>
    internal static async Task<(VirDomainState State, int Reason)> OfAsync(Domain domain)
    {
        try
        {
            var (state, reason) = await domain.GetStateAsync();
            return (state, reason);
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_SUPPORT)
        {
            var info = await domain.GetInfoAsync();
            return (info.State, -1);
        }
    }
}
