using Lodge.Daemon.Domains.Jobs;
using Lodge.Model.Domain;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Agent.Commands;

namespace Lodge.Daemon.Domains.Lifecycle;

internal sealed partial class GuestPower
{
    /// <summary>
    /// Asks the guest to shut down: its agent where one answers, else by the power button; or as the flags say.
    /// </summary>
    public ValueTask ShutdownAsync(
        DomainObject domain, VirDomainShutdownFlagValues flags, CancellationToken cancellation)
    {
        var isReboot = domain.Current.Live?.Definition.OnPoweroff is LifecycleAction.Restart
            or LifecycleAction.RenameRestart;
        return AskAsync(domain, new Way(
            "virDomainShutdown",
            isReboot,
            flags.HasFlag(VirDomainShutdownFlagValues.VIR_DOMAIN_SHUTDOWN_GUEST_AGENT),
            flags.HasFlag(VirDomainShutdownFlagValues.VIR_DOMAIN_SHUTDOWN_ACPI_POWER_BTN),
            MustRun: true), cancellation);
    }

    /// <summary>
    /// Asks the guest to start anew: its agent where one answers, else by the power button; or as the flags say.
    /// </summary>
    public ValueTask RebootAsync(DomainObject domain, VirDomainRebootFlagValues flags, CancellationToken cancellation)
    {
        var isReboot =
            domain.Current.Live?.Definition.OnReboot is not (LifecycleAction.Destroy or LifecycleAction.Preserve);
        return AskAsync(domain, new Way(
            "virDomainReboot",
            isReboot,
            flags.HasFlag(VirDomainRebootFlagValues.VIR_DOMAIN_REBOOT_GUEST_AGENT),
            flags.HasFlag(VirDomainRebootFlagValues.VIR_DOMAIN_REBOOT_ACPI_POWER_BTN),
            MustRun: false), cancellation);
    }

    private async ValueTask AskAsync(DomainObject domain, Way way, CancellationToken cancellation)
    {
        var live = domain.Current.Live
            ?? throw (way.MustRun ? DomainErrors.Invalid("domain is not running") : DomainErrors.NotRunning());
        var onlyAgent = way.ByAgent && !way.ByButton;
        if (way.ByAgent || (!way.ByButton && GuestAgent.IsConnected(live)))
        {
            try
            {
                await ByAgentAsync(domain, live, way, cancellation);
                return;
            }
            catch (VirException) when (!onlyAgent)
            {
                // The power button is left, unless the guest went away meanwhile.
                if (!domain.Current.IsActive)
                    return;
            }
        }

        await ByButtonAsync(domain, way, cancellation);
    }

    private static async ValueTask ByAgentAsync(
        DomainObject domain, LiveDomain live, Way way, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Agent, way.Api, cancellation);
        var agent = GuestAgent.Require(domain);
        live.IsRebooting = false;
        try
        {
            await agent.ShutdownAsync(way.IsReboot ? "reboot" : "powerdown", live.NextPowerChange, cancellation);
        }
        catch (VirException gone) when (gone.Code == VirErrorNumber.VIR_ERR_AGENT_UNRESPONSIVE
            && !GuestAgent.IsConnected(live))
        {
            // The guest ends its agent on its way down, and often before the agent has answered.
        }
    }

    private async ValueTask ByButtonAsync(DomainObject domain, Way way, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, way.Api, cancellation);
        var (now, live) = Running(domain);
        if (way.MustRun && now.State != VirDomainState.VIR_DOMAIN_RUNNING)
            throw DomainErrors.Invalid("domain is not running");
        live.IsRebooting = way.IsReboot;
        _driver.SaveStatus(domain, live);
        await live.Monitor.PowerdownAsync(CancellationToken.None);
    }

    private readonly record struct Way(string Api, bool IsReboot, bool ByAgent, bool ByButton, bool MustRun);
}
