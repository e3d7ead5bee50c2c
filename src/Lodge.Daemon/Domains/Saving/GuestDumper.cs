using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Qemu.SavedState;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>Writes guests' memory into files for whoever looks for the cause of a fault.</summary>
/// <remarks>Source: libvirt's <c>virDomainCoreDumpWithFormat</c>; QEMU's <c>dump-guest-memory</c>.</remarks>
internal sealed class GuestDumper
{
    private const string FileName = "dump";

    private readonly DomainDriver _driver;

    /// <summary>Dumps guests of this driver.</summary>
    public GuestDumper(DomainDriver driver) => _driver = driver;

    /// <summary>Dumps a guest.</summary>
    /// <param name="domain">The domain.</param>
    /// <param name="path">Where to.</param>
    /// <param name="format">How, of a dump of memory alone.</param>
    /// <param name="flags">Whether the guest goes on meanwhile, ends or starts anew afterwards.</param>
    /// <param name="api">The public function, for whoever waits for the domain.</param>
    /// <param name="cancellation">Ends waiting for the domain's turn.</param>
    public async ValueTask DumpAsync(
        DomainObject domain, string path, VirDomainCoreDumpFormat format, VirDomainCoreDumpFlags flags, string api,
        CancellationToken cancellation)
    {
        var isMemoryOnly = flags.HasFlag(VirDomainCoreDumpFlags.VIR_DUMP_MEMORY_ONLY);
        using var job = await domain.Jobs.BeginLongAsync(
            VirDomainJobOperation.VIR_DOMAIN_JOB_OPERATION_DUMP, api, cancellation);
        job.IsMemoryDump = isMemoryOnly;
        var live = domain.Current.Live ?? throw DomainErrors.NotRunning();
        var wasRunning = domain.Current.State == VirDomainState.VIR_DOMAIN_RUNNING;
        if (!flags.HasFlag(VirDomainCoreDumpFlags.VIR_DUMP_LIVE))
            await GuestSaver.StopCpusAsync(domain, live, VirDomainPausedReason.VIR_DOMAIN_PAUSED_DUMP);
        try
        {
            await SavedFile.WriteAsync(path, file => isMemoryOnly
                ? DumpMemoryAsync(domain, live, file, format, job)
                : DumpStateAsync(domain, live, file, format, job));
        }
        catch
        {
            await GuestSaver.GoOnAsync(
                domain, live, wasRunning, VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED);
            throw;
        }

        if (flags.HasFlag(VirDomainCoreDumpFlags.VIR_DUMP_CRASH))
        {
            await _driver.Stopper.StopAsync(
                domain,
                live,
                graceful: false,
                VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_CRASHED,
                VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_CRASHED);
            return;
        }

        if (flags.HasFlag(VirDomainCoreDumpFlags.VIR_DUMP_RESET))
            await live.Monitor.ResetAsync(CancellationToken.None);
        if (domain.Current.State != VirDomainState.VIR_DOMAIN_RUNNING)
            await GuestSaver.GoOnAsync(domain, live, wasRunning, VirDomainRunningReason.VIR_DOMAIN_RUNNING_UNPAUSED);
    }

    private static string? Name(VirDomainCoreDumpFormat format) => format switch
    {
        VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_RAW => null,
        VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_ZLIB => "kdump-zlib",
        VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_LZO => "kdump-lzo",
        VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_KDUMP_SNAPPY => "kdump-snappy",
        VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_WIN_DMP => "win-dmp",
        _ => throw DomainErrors.InvalidArgument($"unknown dumpformat '{(int)format}'"),
    };

    private async Task DumpMemoryAsync(
        DomainObject domain, LiveDomain live, SafeFileHandle file, VirDomainCoreDumpFormat format, DomainLongJob job)
    {
        var name = Name(format);
        if (name is not null && !(await live.Monitor.QueryDumpFormatsAsync()).Contains(name))
            throw DomainErrors.InvalidArgument($"unsupported dumpformat '{name}' for this QEMU binary");
        var watch = live.Dump = new DumpWatch();
        await live.Monitor.ExecuteWithFileAsync(
            "getfd", json => json.WriteString("fdname", FileName), static _ => true, file);
        await live.Monitor.DumpGuestMemoryAsync($"fd:{FileName}", name, isDetached: true);
        using var aborted = job.Aborted.Register(watch.Abort);
        await Task.WhenAny((Task)watch.Ended, live.Monitor.Closed);
        if (!watch.Ended.IsCompleted)
            throw DomainErrors.Internal("guest unexpectedly quit");
        if (await watch.Ended is { } failure)
            throw failure;
        job.Progress = DomainJobProgress.Of(await live.Monitor.QueryDumpAsync());
        job.Succeed();
        _driver.Events.Emit(new JobCompletedEvent(DomainDriver.Wire(domain.Current), JobParameters.Of(job).ToArray()));
    }

    private async Task DumpStateAsync(
        DomainObject domain, LiveDomain live, SafeFileHandle file, VirDomainCoreDumpFormat format, DomainLongJob job)
    {
        if (format != VirDomainCoreDumpFormat.VIR_DOMAIN_CORE_DUMP_FORMAT_RAW)
        {
            throw DomainErrors.OperationUnsupported(
                "kdump-compressed format is only supported with memory-only dump");
        }

        GuestSaver.CheckMovable(live);
        await GuestStream.WriteAsync(_driver, domain, live, file, Compression(), job);
    }

    private SaveCompression Compression()
    {
        try
        {
            return SaveCompressionPrograms.Choose(_driver.Settings.DumpImageFormat, "dump");
        }
        catch (VirException unknown)
        {
            Log.Warning($"{unknown.Message}, using raw");
            return SaveCompression.Raw;
        }
    }
}
