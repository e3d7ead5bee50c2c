namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary>How checkpoints hang together.</summary>
internal static class CheckpointLookup
{
    /// <summary>The name of the checkpoint that one was made after, or null for the first.</summary>
    internal static async Task<string?> ParentAsync(DomainCheckpoint checkpoint)
    {
        try
        {
            return (await checkpoint.GetParentAsync()).Name;
        }
        catch (VirException none) when (none.Code == VirErrorNumber.VIR_ERR_NO_DOMAIN_CHECKPOINT)
        {
            return null;
        }
    }
}
