using System.IO.Pipes;
using System.Runtime.InteropServices;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Events;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp.Commands;
using Lodge.Qemu.SavedState;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Daemon.Domains.Saving;

/// <summary>
/// A guest's whole state as one stream: out of its QEMU into a file, and from a file into a QEMU that waits.
/// </summary>
/// <remarks>Source: QEMU's <c>migrate</c> and <c>migrate-incoming</c> with <c>fd:NAME</c>.</remarks>
internal static class GuestStream
{
    private const string FileName = "migrate";

    // libvirt's: the most that QEMU takes, in whole MiB.
    private const long Unlimited = 9223372036853727232;
    private const long QemusOwnBandwidth = 134217728;

    /// <summary>Writes the state of a guest that stands still.</summary>
    /// <param name="driver">Tells that the job is done.</param>
    /// <param name="domain">The domain.</param>
    /// <param name="live">Its run.</param>
    /// <param name="file">Where to, at the place where the stream begins.</param>
    /// <param name="compression">How to compress it.</param>
    /// <param name="job">The long job this is.</param>
    /// <exception cref="VirException">QEMU failed, or is gone; VIR_ERR_OPERATION_ABORTED where somebody aborted the
    /// job. The guest is as it was.</exception>
    public static async Task WriteAsync(
        DomainDriver driver, DomainObject domain, LiveDomain live, SafeFileHandle file, SaveCompression compression,
        DomainLongJob job)
    {
        await SetUpAsync(live, Unlimited);
        try
        {
            if (compression == SaveCompression.Raw)
            {
                await MigrateAsync(live, file, job);
            }
            else
            {
                using var pipe = new AnonymousPipeServerStream(PipeDirection.In, HandleInheritability.None);
                using var filter = StreamFilter.Compress(compression, pipe.SafePipeHandle, file);
                await MigrateAsync(live, pipe.ClientSafePipeHandle, job, pipe.DisposeLocalCopyOfClientHandle);
                await filter.FinishAsync();
            }
        }
        finally
        {
            if (!live.Monitor.Closed.IsCompleted)
                await SetUpAsync(live, QemusOwnBandwidth);
        }

        driver.Events.Emit(new JobCompletedEvent(DomainDriver.Wire(domain.Current), JobParameters.Of(job).ToArray()));
    }

    /// <summary>Reads the state of a guest into its QEMU, which waits for it.</summary>
    /// <param name="live">The run.</param>
    /// <param name="file">Where from, at the place where the stream begins.</param>
    /// <param name="compression">How it is compressed.</param>
    /// <exception cref="VirException">QEMU does not understand it, or is gone.</exception>
    public static async Task ReadAsync(LiveDomain live, SafeFileHandle file, SaveCompression compression)
    {
        await live.Monitor.MigrateSetCapabilitiesAsync([("events", true)]);
        var watch = live.Migration = new MigrationWatch();
        if (compression == SaveCompression.Raw)
        {
            await ReceiveAsync(live, file, watch);
            return;
        }

        using var pipe = new AnonymousPipeServerStream(PipeDirection.Out, HandleInheritability.None);
        using var filter = StreamFilter.Decompress(compression, file, pipe.SafePipeHandle);
        var source = pipe.ClientSafePipeHandle;
        pipe.SafePipeHandle.Dispose();
        await ReceiveAsync(live, source, watch);
        source.Dispose();
    }

    private static async Task ReceiveAsync(LiveDomain live, SafeHandle source, MigrationWatch watch)
    {
        await PassAsync(live, source);
        await live.Monitor.MigrateIncomingAsync($"fd:{FileName}");
        await EndedAsync(live, watch, "failed to load the guest's state");
    }

    private static async Task MigrateAsync(
        LiveDomain live, SafeHandle target, DomainLongJob job, Action? onPassed = null)
    {
        var watch = live.Migration = new MigrationWatch();
        await PassAsync(live, target);
        onPassed?.Invoke();
        await live.Monitor.MigrateAsync($"fd:{FileName}");
        await using var aborted = job.Aborted.Register(() => _ = CancelAsync(live));
        await EndedAsync(live, watch, "failed to write the guest's state");
        var state = await live.Monitor.QueryMigrateAsync();
        job.Progress = DomainJobProgress.Of(state);
        job.Succeed();
    }

    private static async Task EndedAsync(LiveDomain live, MigrationWatch watch, string what)
    {
        await Task.WhenAny(watch.Ended, live.Monitor.Closed);
        if (!watch.Ended.IsCompleted)
            throw DomainErrors.Failed("domain is not running");
        switch (await watch.Ended)
        {
            case "completed":
                return;
            case "cancelled":
                throw DomainErrors.Of(VirErrorNumber.VIR_ERR_OPERATION_ABORTED, "job: canceled by client");
            default:
                var state = await live.Monitor.QueryMigrateAsync();
                throw DomainErrors.Failed($"job failed: {state.Error ?? what}");
        }
    }

    private static async Task CancelAsync(LiveDomain live)
    {
        try
        {
            await live.Monitor.MigrateCancelAsync();
        }
        catch (VirException)
        {
            // It is over, or QEMU is gone: whoever waits is told by that.
        }
    }

    private static Task<bool> PassAsync(LiveDomain live, SafeHandle file) => live.Monitor.ExecuteWithFileAsync(
        "getfd", json => json.WriteString("fdname", FileName), static _ => true, file);

    private static async Task SetUpAsync(LiveDomain live, long bandwidth)
    {
        var capabilities = live.Monitor.MigrateSetCapabilitiesAsync([("events", true)]);
        await live.Monitor.MigrateSetParametersAsync(json => json.WriteNumber("max-bandwidth", bandwidth));
        await capabilities;
    }
}
