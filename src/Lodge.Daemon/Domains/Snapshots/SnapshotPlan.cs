using Lodge.Model.Domain;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Snapshots;

/// <summary>Fills in what a client left open of a snapshot, and refuses what cannot be.</summary>
/// <remarks>Source: libvirt's <c>virDomainSnapshotAlignDisks</c>, <c>qemuSnapshotPrepare</c>.</remarks>
internal static class SnapshotPlan
{
    /// <summary>Refuses what cannot be, whatever the disks are.</summary>
    /// <param name="snapshot">What the client wants.</param>
    /// <param name="isActive">Whether the guest runs.</param>
    /// <param name="flags">How it is taken.</param>
    /// <exception cref="VirException">Memory is wanted of a guest without any, or a guest is to run on meanwhile that
    /// cannot.</exception>
    public static void Check(SnapshotDefinition snapshot, bool isActive, VirDomainSnapshotCreateFlags flags)
    {
        var isOffline = !isActive || flags.HasFlag(VirDomainSnapshotCreateFlags.VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY);
        if (isOffline && snapshot.Memory is SnapshotLocation.Internal or SnapshotLocation.External)
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                "memory state cannot be saved with offline or disk-only snapshot");
        }

        if (flags.HasFlag(VirDomainSnapshotCreateFlags.VIR_DOMAIN_SNAPSHOT_CREATE_LIVE)
            && (!isActive || snapshot.Memory != SnapshotLocation.External))
        {
            throw DomainErrors.OperationUnsupported(
                "live snapshot creation is supported only during full system snapshots");
        }
    }

    /// <summary>Settles what is done with memory and each disk.</summary>
    /// <param name="snapshot">What the client wants; complete afterwards.</param>
    /// <param name="domain">The domain, as it is now.</param>
    /// <param name="isActive">Whether its guest runs.</param>
    /// <param name="diskOnly">Whether only disks are wanted.</param>
    /// <param name="reuse">Whether external images are there already.</param>
    /// <exception cref="VirException">A disk is unknown or cannot be done so, or the parts do not go
    /// together.</exception>
    public static void Settle(
        SnapshotDefinition snapshot, DomainDefinition domain, bool isActive, bool diskOnly, bool reuse)
    {
        var isOffline = diskOnly || !isActive;
        if (snapshot.Memory == SnapshotLocation.Default)
            snapshot.Memory = isOffline ? SnapshotLocation.No : SnapshotLocation.Internal;
        var usual = diskOnly || snapshot.Memory == SnapshotLocation.External
            ? SnapshotLocation.External
            : SnapshotLocation.Internal;
        AlignDisks(snapshot, domain, usual);
        foreach (var disk in snapshot.Disks)
        {
            var image = domain.Disks.Single(one => one.Target == disk.Name).Source;
            if (disk.Location == SnapshotLocation.External)
                SettleExternal(snapshot, disk, image, reuse);
            else if (disk.Location == SnapshotLocation.Internal && image.Format != StorageFormat.Qcow2)
                throw Unsupported(
                    $"internal snapshot for disk {disk.Name} unsupported for storage type {image.Format.ToXml()}");
        }

        CheckWhole(snapshot, domain, isActive, diskOnly);
    }

    private static void AlignDisks(SnapshotDefinition snapshot, DomainDefinition domain, SnapshotLocation usual)
    {
        foreach (var disk in snapshot.Disks)
        {
            var owner = DiskLookup.Find(domain, disk.Name) ?? throw Unsupported($"no disk named '{disk.Name}'");
            disk.Name = owner.Target!;
            if (disk.Location == SnapshotLocation.Default)
                disk.Location = Usual(owner, usual);
        }

        foreach (var disk in domain.Disks.Where(disk => snapshot.Disks.TrueForAll(one => one.Name != disk.Target)))
            snapshot.Disks.Add(new SnapshotDisk { Name = disk.Target!, Location = Usual(disk, usual) });
        if (snapshot.Disks.DistinctBy(disk => disk.Name).Count() != snapshot.Disks.Count)
            throw Unsupported("disk specified twice");
        snapshot.Disks.Sort((one, other) => Position(domain, one).CompareTo(Position(domain, other)));
    }

    private static int Position(DomainDefinition domain, SnapshotDisk disk) =>
        domain.Disks.FindIndex(one => one.Target == disk.Name);

    private static SnapshotLocation Usual(Disk disk, SnapshotLocation usual) =>
        disk.Snapshot != SnapshotLocation.Default ? disk.Snapshot
        : disk.Readonly || disk.Source.IsEmpty || disk.Kind is DiskDevice.Cdrom ? SnapshotLocation.No
        : usual;

    private static void SettleExternal(SnapshotDefinition snapshot, SnapshotDisk disk, StorageSource image, bool reuse)
    {
        disk.Source ??= new StorageSource();
        if (disk.Source.Format == StorageFormat.None)
            disk.Source.Format = StorageFormat.Qcow2;
        if (disk.Source.Format is not (StorageFormat.Qcow2 or StorageFormat.Qed))
        {
            throw Unsupported(
                $"external snapshot format for disk {disk.Name} is unsupported: {disk.Source.Format.ToXml()}");
        }

        disk.Source.Path ??= Overlay(snapshot, disk, image);
        if (!reuse && disk.Source.Type == StorageType.File && File.Exists(disk.Source.Path)
            && new FileInfo(disk.Source.Path).Length > 0)
        {
            throw Unsupported(
                $"external snapshot file for disk {disk.Name} already exists and is not a block device: "
                + disk.Source.Path);
        }

        if (reuse && !File.Exists(disk.Source.Path))
            throw Unsupported($"missing existing file for disk {disk.Name}: {disk.Source.Path}");
    }

    private static string Overlay(SnapshotDefinition snapshot, SnapshotDisk disk, StorageSource image)
    {
        if (image is not { Type: StorageType.File, Path: { } path })
        {
            throw Unsupported(
                $"cannot generate external snapshot name for disk '{disk.Name}' on a '{image.Type.ToXml()}' device");
        }

        return Path.ChangeExtension(path, snapshot.Name);
    }

    private static void CheckWhole(SnapshotDefinition snapshot, DomainDefinition domain, bool isActive, bool diskOnly)
    {
        var hasInternal = snapshot.Disks.Exists(disk => disk.Location == SnapshotLocation.Internal);
        var hasExternal = snapshot.Disks.Exists(disk => disk.Location == SnapshotLocation.External);
        var leavesOut = snapshot.Disks.Exists(disk => disk.Location == SnapshotLocation.Manual
            || (disk.Location == SnapshotLocation.No
                && domain.Disks.Single(one => one.Target == disk.Name) is { Readonly: false, Source.IsEmpty: false,
                    Kind: not DiskDevice.Cdrom }));
        if (isActive && diskOnly && hasInternal)
            throw Unsupported("active qemu domains require external disk snapshots");
        if (!hasInternal && !hasExternal && snapshot.Memory == SnapshotLocation.No)
            throw Unsupported("nothing selected for snapshot");
        if ((snapshot.Memory == SnapshotLocation.Internal && !hasInternal) || (hasInternal && leavesOut))
            throw Unsupported("internal and full system snapshots require all disks to be selected for snapshot");
        if (diskOnly && isActive && !hasExternal)
            throw Unsupported("disk-only snapshots require at least one disk to be selected for snapshot");
        if ((hasInternal && hasExternal) || (snapshot.Memory == SnapshotLocation.Internal && hasExternal)
            || (snapshot.Memory == SnapshotLocation.External && hasInternal))
        {
            throw Unsupported("mixing internal and external targets for a snapshot is not yet supported");
        }

        if (hasInternal && domain.Os.Loader?.Type == LoaderType.Pflash)
        {
            throw DomainErrors.OperationUnsupported(
                "internal snapshots of a VM with pflash based firmware are not supported");
        }
    }

    private static VirException Unsupported(string detail) => DomainErrors.Unsupported(detail);
}
