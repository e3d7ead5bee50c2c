using System.Collections.Concurrent;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>The jobs on a running guest's disks: one for each disk at most.</summary>
internal sealed class BlockJobTable
{
    private readonly ConcurrentDictionary<string, BlockJob> _jobs = new(StringComparer.Ordinal);

    /// <summary>Whether there is none.</summary>
    public bool IsEmpty => _jobs.IsEmpty;

    /// <summary>The jobs.</summary>
    public IEnumerable<BlockJob> All => _jobs.Values;

    /// <summary>The job on a disk, or null.</summary>
    public BlockJob? Of(Disk disk) => _jobs.GetValueOrDefault(disk.Target ?? "");

    /// <summary>The job that QEMU knows by an id, or null.</summary>
    public BlockJob? Find(string id) => _jobs.Values.FirstOrDefault(job => job.Id.ToString() == id);

    /// <summary>Whether a job is not over yet.</summary>
    public bool Contains(BlockJob job) => _jobs.GetValueOrDefault(job.Id.Target) == job;

    /// <summary>Notes a job.</summary>
    public BlockJob Add(BlockJobId id) => _jobs[id.Target] = new BlockJob(id);

    /// <summary>Forgets a job that is over.</summary>
    public void Remove(BlockJob job) => _jobs.TryRemove(new(job.Id.Target, job));

    /// <summary>Refuses where a job on the disk is not over yet.</summary>
    /// <exception cref="VirException">
    /// VIR_ERR_BLOCK_COPY_ACTIVE for one with a second side, VIR_ERR_OPERATION_UNSUPPORTED for any other.
    /// </exception>
    public void RequireIdle(Disk disk)
    {
        if (disk.Mirror is null && Of(disk) is null)
            return;
        throw DomainErrors.Of(
            disk.Mirror is null
                ? VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED
                : VirErrorNumber.VIR_ERR_BLOCK_COPY_ACTIVE,
            $"disk '{disk.Target}' already in active block job");
    }
}
