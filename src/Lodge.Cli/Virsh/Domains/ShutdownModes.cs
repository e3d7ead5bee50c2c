using static Lodge.Protocol.Constants.VirDomainShutdownFlagValues;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>The ways to ask a guest to shut down; a reboot has the same ones with the same numbers.</summary>
internal static class ShutdownModes
{
    /// <summary>Reads <c>acpi,agent,…</c>; none leaves the choice to the daemon.</summary>
    /// <param name="text">The modes, parted by commas.</param>
    /// <param name="lastTwo">How the message about a wrong mode ends.</param>
    internal static VirDomainShutdownFlagValues Parse(string? text, string lastTwo)
    {
        VirDomainShutdownFlagValues flags = 0;
        foreach (var mode in text?.Split(',') ?? [])
        {
            flags |= mode switch
            {
                "acpi" => VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN,
                "agent" => VIR_DOMAIN_SHUTDOWN_GUEST_AGENT,
                "initctl" => VIR_DOMAIN_SHUTDOWN_INITCTL,
                "signal" => VIR_DOMAIN_SHUTDOWN_SIGNAL,
                "paravirt" => VIR_DOMAIN_SHUTDOWN_PARAVIRT,
                _ => throw new CommandFailure(
                    $"Unknown mode {mode} value, expecting 'acpi', 'agent', 'initctl', {lastTwo}"),
            };
        }

        return flags;
    }
}
