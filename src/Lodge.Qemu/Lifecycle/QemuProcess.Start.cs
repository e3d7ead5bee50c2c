using Lodge.Protocol.Errors;
using Lodge.Qemu.Launcher;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Lifecycle;

public sealed partial class QemuProcess
{
    /// <summary>
    /// Starts a QEMU. On return its monitor takes commands; the guest's vCPUs wait where the plan says <c>-S</c>.
    /// </summary>
    /// <exception cref="VirException">
    /// QEMU could not be started, or ended at once: VIR_ERR_INTERNAL_ERROR with its last words. Nothing is left of it.
    /// </exception>
    /// <exception cref="OperationCanceledException">The caller gave up; nothing is left of QEMU.</exception>
    public static async Task<QemuProcess> StartAsync(QemuLaunchPlan plan, CancellationToken cancellationToken = default)
    {
        LaunchedProcess launched;
        QemuLog log;
        using (plan.Command)
        {
            log = QemuLog.Begin(plan.LogPath, plan.Name, plan.Command);
            launched = Launch(plan, log);
        }

        using (log)
        using (launched)
        {
            QmpClient? monitor = null;
            try
            {
                if (plan.OnSpawned is { } onSpawned) await onSpawned(launched.Identity);
                using (plan.LabelSockets?.Invoke()) monitor = QmpClient.Connect(plan.MonitorPath);
                launched.Go();
                await monitor.Ready.WaitAsync(plan.MonitorTimeout, cancellationToken);
                return new QemuProcess(launched.Identity, launched.Process, launched.Exited, monitor);
            }
            catch (Exception cause)
            {
                monitor?.Dispose();
                launched.Kill();
                await launched.Exited;
                launched.Process.Dispose();
                if (cause is OperationCanceledException) throw;
                throw Explain(cause, launched, log, plan);
            }
        }
    }

    private static LaunchedProcess Launch(QemuLaunchPlan plan, QemuLog log)
    {
        try
        {
            return LaunchedProcess.Start(new LaunchPlan
            {
                Command = plan.Command,
                Output = log.Handle,
                Uid = plan.Uid,
                Gid = plan.Gid,
                Groups = plan.Groups,
                Cgroups = plan.Cgroups,
                OomScoreAdjust = plan.OomScoreAdjust,
                SecurityContext = plan.SecurityContext,
                MustHaveContext = plan.MustHaveContext,
                Limits = plan.Limits,
                ClearCapabilities = plan.ClearCapabilities,
            });
        }
        catch (Exception cause) when (cause is not VirException)
        {
            log.Dispose();
            throw QmpErrors.Internal($"cannot start '{plan.Command.Emulator}': {cause.Message}", cause);
        }
    }

    private static VirException Explain(
        Exception cause, LaunchedProcess launched, QemuLog log, QemuLaunchPlan plan)
    {
        if (launched.Failure() is { } failure)
            return new VirException(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_QEMU, failure, cause);
        if (cause is TimeoutException)
        {
            return new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_TIMEOUT,
                VirErrorDomain.VIR_FROM_QEMU,
                $"QEMU of guest '{plan.Name}' did not greet on its monitor within "
                    + $"{plan.MonitorTimeout.TotalSeconds:0} s",
                cause);
        }

        var words = log.LastWords();
        const string What = "process exited while connecting to monitor";
        return QmpErrors.Internal(words.Length == 0 ? What : $"{What}: {words}", cause);
    }
}
