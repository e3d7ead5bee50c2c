using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Events;
using Lodge.Daemon.Logging;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.BlockJobs;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Domains.BlockJobs;

internal sealed partial class BlockJobs
{
    private const string Ready = "ready";
    private const string Over = "concluded";

    /// <summary>QEMU tells how far a job is.</summary>
    public void Report(DomainObject domain, LiveDomain live, string id, string status)
    {
        if (live.BlockJobs.Find(id) is not { } job)
            return;
        if (status == Ready && job.Phase == BlockJobPhase.Running)
        {
            job.Phase = BlockJobPhase.Ready;
            MarkMirror(domain, live, job, MirrorState.Yes);
            Emit(domain, live, job, VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_READY);
        }
        else if (status == Over)
        {
            job.Conclude();
            _ = FinishAsync(domain, live, job);
        }
    }

    /// <summary>Finds the jobs that a daemon before began.</summary>
    public async Task AdoptAsync(DomainObject domain, LiveDomain live)
    {
        var states = await live.Monitor.QueryJobsAsync();
        foreach (var id in states.Select(state => BlockJobId.Parse(state.Id)).OfType<BlockJobId>())
        {
            var job = live.BlockJobs.Add(id);
            job.Phase = live.Definition.Disks.Find(disk => disk.Target == id.Target)?.Mirror?.State switch
            {
                MirrorState.Yes => BlockJobPhase.Ready,
                MirrorState.Abort => BlockJobPhase.Aborting,
                MirrorState.Pivot => BlockJobPhase.Pivoting,
                _ => BlockJobPhase.Running,
            };
        }

        // Asked again: what was told before the jobs were noted went unheard.
        foreach (var state in live.BlockJobs.IsEmpty ? [] : await live.Monitor.QueryJobsAsync())
            Report(domain, live, state.Id, state.Status);
    }

    private async Task FinishAsync(DomainObject domain, LiveDomain live, BlockJob job)
    {
        try
        {
            using var turn = await DomainDriver.BeginJobAsync(domain, DomainJobKind.Modify, "block job end");
            if (live.BlockJobs.Contains(job) && !live.IsStopping)
                await ConcludeAsync(domain, live, job);
        }
        catch (Exception failure)
        {
            Log.Error($"Block job '{job.Id}' of domain '{domain.Current.Name}' cannot be ended", failure);
        }
    }

    /// <summary>Has the definitions say what the disk is now, and takes away what it needs no more.</summary>
    /// <returns>What went wrong with the job; null for nothing.</returns>
    private async ValueTask<string?> ConcludeAsync(DomainObject domain, LiveDomain live, BlockJob job)
    {
        var id = job.Id.ToString();
        var error = (await live.Monitor.QueryJobsAsync()).FirstOrDefault(state => state.Id == id)?.Error;
        await live.Monitor.JobDismissAsync(id);
        var status = job.Phase == BlockJobPhase.Aborting
            ? VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_CANCELED
            : error is null ? VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_COMPLETED
            : VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_FAILED;
        var isDone = status == VirConnectDomainEventBlockJobStatus.VIR_DOMAIN_BLOCK_JOB_COMPLETED;
        var guest = await _driver.LiveGuestAsync(live);
        if (guest.Definition.Disks.Find(disk => disk.Target == job.Id.Target) is { } disk)
        {
            var before = disk.Source;
            await ApplyAsync(guest, disk, job, isDone);
            if (isDone)
                Reconfigure(domain, disk, before);
        }

        live.BlockJobs.Remove(job);
        live.Publish(guest.Definition);
        _driver.SaveStatus(domain, live);
        Emit(domain, live, job, status);
        return error;
    }

    private static async ValueTask ApplyAsync(LiveGuest guest, Disk disk, BlockJob job, bool isDone)
    {
        switch (job.Id.Kind)
        {
            case BlockJobType.Pull when isDone:
                await DiskImages.CloseAsync(guest, disk, TakeOut(disk.Source, job.Id.Base));
                break;
            case BlockJobType.Commit when isDone:
                var parent = ImageLookup.Chain(disk.Source).First(image => image.Backing?.Index == job.Id.Top);
                await DropAsync(guest, disk, TakeOut(parent, job.Id.Base), job);
                break;
            case BlockJobType.ActiveCommit:
                disk.Mirror = null;
                if (isDone)
                    await TurnDownAsync(guest, disk, job);
                break;
            case BlockJobType.Copy when disk.Mirror is { Source: var copy }:
                disk.Mirror = null;
                await EndCopyAsync(guest, disk, copy, isDone && job.Phase == BlockJobPhase.Pivoting);
                break;
        }
    }

    private static async ValueTask TurnDownAsync(LiveGuest guest, Disk disk, BlockJob job)
    {
        var top = disk.Source;
        disk.Source = ImageLookup.Chain(top).First(image => image.Index == job.Id.Base);
        guest.Services.Files.PassOn(top, disk.Source);
        Cut(top, disk.Source);
        await DropAsync(guest, disk, top, job);
    }

    private static async ValueTask EndCopyAsync(LiveGuest guest, Disk disk, StorageSource copy, bool turns)
    {
        var gone = turns ? disk.Source : copy;
        if (turns)
        {
            // A shallow copy stands on what the disk stood on.
            if (copy.Backing is null)
                (copy.Backing, gone.Backing) = (gone.Backing, null);
            disk.Source = copy;
        }

        await DiskImages.CloseAsync(guest, disk, gone);
        guest.Services.Files.RevokeImage(guest.Definition, gone);
    }

    private static async ValueTask DropAsync(LiveGuest guest, Disk disk, StorageSource chain, BlockJob job)
    {
        await DiskImages.CloseAsync(guest, disk, chain);
        var deletes = ((VirDomainBlockCommitFlags)job.Id.Flags)
            .HasFlag(VirDomainBlockCommitFlags.VIR_DOMAIN_BLOCK_COMMIT_DELETE);
        foreach (var image in deletes ? ImageLookup.Chain(chain) : [])
        {
            if (image is { Type: StorageType.File, Path: { } path })
                File.Delete(path);
        }
    }

    /// <summary>Takes the images between two out of a chain.</summary>
    /// <returns>Those, as a chain of their own.</returns>
    private static StorageSource TakeOut(StorageSource above, uint below)
    {
        var end = new StorageSource { Type = StorageType.None };
        var stays = ImageLookup.Chain(above.Backing).FirstOrDefault(image => below != 0 && image.Index == below);
        var first = above.Backing == stays ? end : above.Backing ?? end;
        Cut(first, stays);
        above.Backing = stays ?? end;
        return first;
    }

    private static void Cut(StorageSource top, StorageSource? below)
    {
        if (below is not null
            && ImageLookup.Chain(top).FirstOrDefault(image => ReferenceEquals(image.Backing, below)) is { } last)
            last.Backing = null;
    }

    /// <summary>The stored configuration, where it has the same disk, gets what the guest has now.</summary>
    private void Reconfigure(DomainObject domain, Disk disk, StorageSource before)
    {
        if (domain.Current.Config is not { } config)
            return;
        var next = config.Copy();
        if (next.Disks.Find(one => one.Target == disk.Target && one.Source.Path == before.Path
            && one.Source.Type == before.Type) is not { } stored)
            return;
        if (disk.Source != before)
        {
            stored.Source = Alone(disk.Source);
            stored.Source.Index = 0;
        }

        // What lies below is found anew at the next start.
        stored.Source.Backing = null;
        _driver.StoreConfig(domain, next);
    }

    private void Emit(
        DomainObject domain, LiveDomain live, BlockJob job, VirConnectDomainEventBlockJobStatus status)
    {
        var wire = DomainDriver.Wire(domain.Current);
        var image = live.Definition.Disks.Find(disk => disk.Target == job.Id.Target)?.Source;
        if (image is { Type: StorageType.File or StorageType.Block, Path: { } path })
            _driver.Events.Emit(new BlockJobEvent(wire, path, (int)job.Id.Kind, (int)status));
        _driver.Events.Emit(new BlockJobTargetEvent(wire, job.Id.Target, (int)job.Id.Kind, (int)status));
    }
}
