using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Model.Domain;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Snapshots;
using static Lodge.Protocol.Constants.VirDomainSnapshotDeleteFlags;
using static Lodge.Protocol.Constants.VirDomainSnapshotRevertFlags;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>Takes domains back to snapshots, and removes snapshots.</summary>
/// <remarks>Source: libvirt's <c>virDomainRevertToSnapshot</c>, <c>virDomainSnapshotDelete</c>.</remarks>
internal sealed class SnapshotReturn
{
    private readonly DomainDriver _driver;

    /// <summary>Serves domains of this driver.</summary>
    public SnapshotReturn(DomainDriver driver) => _driver = driver;

    /// <summary>Takes a domain back.</summary>
    /// <exception cref="VirException">It cannot be taken back to this snapshot.</exception>
    public async ValueTask RevertAsync(
        DomainObject domain, string name, VirDomainSnapshotRevertFlags flags, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Modify, "virDomainRevertToSnapshot", cancellation);
        var now = domain.Current;
        var snapshot = now.Snapshots.Find(name);
        if (snapshot.IsExternal)
            throw DomainErrors.Unsupported("revert to external snapshot not supported yet");
        if (!now.IsPersistent)
            throw DomainErrors.OperationUnsupported("a transient domain cannot be taken back to a snapshot");
        if (snapshot.Domain is null)
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_SNAPSHOT_REVERT_RISKY,
                $"snapshot '{name}' lacks domain '{now.Name}' rollback info");
        }

        if (now.Live is { } live)
        {
            await _driver.Stopper.StopAsync(
                domain,
                live,
                graceful: false,
                VirDomainShutoffReason.VIR_DOMAIN_SHUTOFF_FROM_SNAPSHOT,
                VirDomainEventStoppedDetailType.VIR_DOMAIN_EVENT_STOPPED_FROM_SNAPSHOT);
        }

        var hasMemory = snapshot.Memory == SnapshotLocation.Internal;
        if (!hasMemory)
            await ForEachImageAsync(snapshot, "-a");

        // What only that run had, as the places of its sockets, is made anew.
        var definition = await _driver.CompleteAsync(
            DomainXml.Format(snapshot.Domain, DomainXmlFormatOptions.Configuration));
        _driver.StoreConfig(domain, snapshot.InactiveDomain ?? definition);
        await StartAsync(domain, snapshot, definition, hasMemory, flags);
        _driver.Snapshots.Store(domain, tree => tree with { Current = name });
    }

    /// <summary>Removes a snapshot, those after it, or both.</summary>
    /// <exception cref="VirException">One cannot be removed; those before it are gone.</exception>
    public async ValueTask DeleteAsync(
        DomainObject domain, string name, VirDomainSnapshotDeleteFlags flags, CancellationToken cancellation)
    {
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Modify, "virDomainSnapshotDelete", cancellation);
        var snapshot = domain.Current.Snapshots.Find(name);
        var doomed = new List<SnapshotDefinition>();
        if ((flags & (VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN | VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY)) != 0)
            doomed.AddRange(domain.Current.Snapshots.DescendantsOf(name).Reverse());
        if (!flags.HasFlag(VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY))
            doomed.Add(snapshot);
        var isMetadataOnly = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY);
        if (!isMetadataOnly && doomed.Count(one => one.IsExternal) is > 0 and var external)
            throw DomainErrors.Unsupported($"deletion of {external} external disk snapshots not supported yet");
        foreach (var one in doomed)
        {
            if (!isMetadataOnly)
                await RemoveAsync(domain, one);
            _driver.Snapshots.Store(domain, tree => tree.Without(tree.Find(one.Name)));
        }
    }

    private async ValueTask StartAsync(
        DomainObject domain, SnapshotDefinition snapshot, DomainDefinition definition, bool hasMemory,
        VirDomainSnapshotRevertFlags flags)
    {
        var runs = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING);
        var pauses = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED);
        if (!hasMemory && !runs && !pauses)
            return;
        if (hasMemory && snapshot.ExactCpu is { } cpu)
            definition.Cpu = cpu;
        await _driver.Starter.StartAsync(domain, definition, new StartRequest
        {
            IsPaused = pauses || (hasMemory && snapshot.State != "running" && !runs),
            LoadSnapshot = hasMemory ? snapshot.Name : null,
            IsFromSnapshot = true,
            ResetNvram = flags.HasFlag(VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM),
        });
    }

    private static async ValueTask RemoveAsync(DomainObject domain, SnapshotDefinition snapshot)
    {
        if (domain.Current.Live is { } live)
            await InternalSnapshots.DeleteAsync(live.Monitor, snapshot.Name);
        else
            await ForEachImageAsync(snapshot, "-d");
    }

    private static async ValueTask ForEachImageAsync(SnapshotDefinition snapshot, string operation)
    {
        foreach (var part in snapshot.Disks.Where(disk => disk.Location == SnapshotLocation.Internal))
        {
            if (snapshot.Domain?.Disks.Find(one => one.Target == part.Name) is { Source.Path: not null } disk)
                await ImageTool.SnapshotAsync(operation, snapshot.Name, disk.Source);
        }
    }
}
