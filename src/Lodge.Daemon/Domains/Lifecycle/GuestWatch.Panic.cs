using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Qmp = Lodge.Qemu.Qmp.Events;

namespace Lodge.Daemon.Domains.Lifecycle;

internal sealed partial class GuestWatch
{
    private void HandlePanic(Qmp.GuestPanickedEvent panic)
    {
        Log.Warning($"Domain '{_domain.Current.Name}' panicked: {panic.Info ?? "the guest told nothing more"}");
        if (!Move(
            static s => s.State != VirDomainState.VIR_DOMAIN_CRASHED,
            VirDomainState.VIR_DOMAIN_CRASHED,
            (int)VirDomainCrashedReason.VIR_DOMAIN_CRASHED_PANICKED,
            VirDomainEventType.VIR_DOMAIN_EVENT_CRASHED,
            (int)VirDomainEventCrashedDetailType.VIR_DOMAIN_EVENT_CRASHED_PANICKED))
        {
            return;
        }

        switch (_live.Definition.OnCrash)
        {
            case LifecycleAction.Preserve:
                break;
            case LifecycleAction.Restart or LifecycleAction.RenameRestart:
                _live.IsRebooting = true;
                _live.IsOffForReboot = true;
                _ = RebootAsync();
                break;
            default:
                _ = _driver.Stopper.StopAsync(
                    _domain,
                    _live,
                    graceful: false,
                    VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_CRASHED,
                    VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_CRASHED);
                break;
        }
    }
}
