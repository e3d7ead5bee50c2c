using static Lodge.Protocol.Constants.VirDomainSaveRestoreFlags;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Options of the commands that save a domain's memory and restore it.</summary>
internal static class SavedState
{
    /// <summary>The flags of the call.</summary>
    internal static VirDomainSaveRestoreFlags Flags(Arguments arguments) =>
        arguments.Flag("bypass-cache", VIR_DOMAIN_SAVE_BYPASS_CACHE)
        | arguments.Flag("running", VIR_DOMAIN_SAVE_RUNNING)
        | arguments.Flag("paused", VIR_DOMAIN_SAVE_PAUSED)
        | arguments.Flag("reset-nvram", VIR_DOMAIN_SAVE_RESET_NVRAM);
}
