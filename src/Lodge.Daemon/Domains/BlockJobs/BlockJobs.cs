using Lodge.Daemon.Domains.Jobs;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.BlockJobs;
using Lodge.Qemu.Qmp.Commands;
using static Lodge.Protocol.Constants.VirDomainBlockCommitFlags;

namespace Lodge.Daemon.Domains.BlockJobs;

/// <summary>Long work on disks of running guests: pull, commit, copy; begun, watched and ended.</summary>
/// <remarks>Source: libvirt's <c>virDomainBlockPull</c> and its kin.</remarks>
internal sealed partial class BlockJobs
{
    private readonly DomainDriver _driver;

    /// <summary>Works on domains of this driver.</summary>
    public BlockJobs(DomainDriver driver) => _driver = driver;

    /// <summary>Brings what lies between a disk's uppermost image and another up into the uppermost.</summary>
    /// <param name="request">Which domain, function and client.</param>
    /// <param name="path">The disk.</param>
    /// <param name="baseName">The image that stays below; null for none.</param>
    /// <param name="speed">Bytes a second; 0 for as fast as it can.</param>
    /// <exception cref="VirException">It cannot begin; nothing is changed.</exception>
    public static async ValueTask PullAsync(
        ChangeRequest request, string path, string? baseName, ulong speed, bool keepRelative = false)
    {
        using var turn = await BeginAsync(request);
        var live = LiveOf(request.Domain);
        var disk = FindIdle(live, path);
        var below = baseName is null ? null : ImageLookup.Find(disk, baseName, disk.Source);
        // Paths are kept whole; that an image was named by a relative one is not known.
        if (keepRelative)
            throw DomainErrors.Invalid("can't keep relative backing relationship");
        var id = new BlockJobId(BlockJobType.Pull, disk.Target!, disk.Source.Index, below?.Index ?? 0, 0);
        await StartAsync(live, id, () => live.Monitor.BlockStreamAsync(
            id.ToString(), DiskImages.FormatNode(disk.Source), below is null ? null : DiskImages.FormatNode(below),
            LocalPath(below), speed));
    }

    /// <summary>Brings what a disk's upper images have down into a lower one.</summary>
    /// <param name="request">Which domain, flags, function and client.</param>
    /// <param name="path">The disk.</param>
    /// <param name="baseName">The image that takes; null for the lowest.</param>
    /// <param name="topName">The first image that gives; null for the uppermost.</param>
    /// <param name="speed">Bytes a second; 0 for as fast as it can.</param>
    /// <exception cref="VirException">It cannot begin; nothing is changed.</exception>
    public async ValueTask CommitAsync(
        ChangeRequest request, string path, string? baseName, string? topName, ulong speed)
    {
        var flags = (VirDomainBlockCommitFlags)request.Flags;
        using var turn = await BeginAsync(request);
        var live = LiveOf(request.Domain);
        var disk = Find(live.Definition, path);
        var top = topName is null || topName == disk.Target ? disk.Source : ImageLookup.Find(disk, topName);
        var below = baseName is null && flags.HasFlag(VIR_DOMAIN_BLOCK_COMMIT_SHALLOW)
            ? top.Backing
            : ImageLookup.Find(disk, baseName, top);
        RequireSupported(disk);
        if (disk.Source.IsEmpty)
            throw DomainErrors.Unsupported($"disk {disk.Target} has no source file to be committed");
        live.BlockJobs.RequireIdle(disk);
        var isActive = top == disk.Source;
        CheckCommit(disk, top, below, isActive, flags);
        var id = new BlockJobId(
            isActive ? BlockJobType.ActiveCommit : BlockJobType.Commit, disk.Target!, top.Index, below!.Index,
            request.Flags);
        await StartAsync(live, id, () => live.Monitor.BlockCommitAsync(
            id.ToString(), DiskImages.TopNode(disk), DiskImages.FormatNode(top), DiskImages.FormatNode(below),
            isActive ? null : LocalPath(below), speed));
        if (isActive)
        {
            SetMirror(request.Domain, live, disk, new DiskMirror
            {
                Job = BlockJobType.ActiveCommit,
                Source = Alone(below),
            });
        }
    }

    private static void CheckCommit(
        Disk disk, StorageSource top, StorageSource? below, bool isActive, VirDomainBlockCommitFlags flags)
    {
        if (isActive && !flags.HasFlag(VIR_DOMAIN_BLOCK_COMMIT_ACTIVE))
            throw DomainErrors.InvalidArgument($"commit of '{disk.Target}' active layer requires active flag");
        if (!isActive && flags.HasFlag(VIR_DOMAIN_BLOCK_COMMIT_ACTIVE))
            throw DomainErrors.InvalidArgument($"active commit requested but '{top.Path}' is not active");
        if (top.Backing is not { Type: not StorageType.None })
        {
            throw DomainErrors.InvalidArgument(
                $"top '{top.Path}' in chain for '{disk.Source.Path}' has no backing file");
        }

        if (flags.HasFlag(VIR_DOMAIN_BLOCK_COMMIT_SHALLOW) && below != top.Backing)
        {
            throw DomainErrors.InvalidArgument(
                $"base '{below?.Path}' is not immediately below '{top.Path}' in chain for '{disk.Source.Path}'");
        }

        // Paths are kept whole; that an image was named by a relative one is not known.
        if (flags.HasFlag(VIR_DOMAIN_BLOCK_COMMIT_RELATIVE) && !isActive)
            throw DomainErrors.Invalid("can't keep relative backing relationship");
    }

    private static ValueTask<DomainJob> BeginAsync(ChangeRequest request) =>
        DomainDriver.BeginJobAsync(request.Domain, DomainJobKind.Modify, request.Api, request.Cancellation);

    private static LiveDomain LiveOf(DomainObject domain) => domain.Current.Live ?? throw DomainErrors.NotRunning();

    private static Disk Find(DomainDefinition definition, string path) =>
        DiskLookup.Find(definition, path) ?? throw DomainErrors.InvalidArgument($"disk '{path}' not found in domain");

    private static Disk FindIdle(LiveDomain live, string path)
    {
        var disk = Find(live.Definition, path);
        live.BlockJobs.RequireIdle(disk);
        RequireSupported(disk);
        return disk;
    }

    private static void RequireSupported(Disk disk)
    {
        var why = disk switch
        {
            { Bus: DiskBus.Sd } => $"disk '{disk.Target}' using bus 'sd'",
            { Transient: true } => $"transient disk '{disk.Target}'",
            { Source.Type: StorageType.Vhostuser } => $"vhostuser disk '{disk.Target}'",
            _ => null,
        };
        if (why is not null)
            throw DomainErrors.OperationUnsupported($"block jobs are not supported on {why}");
    }

    private static string? LocalPath(StorageSource? image) =>
        image is { Type: StorageType.File or StorageType.Block } ? image.Path : null;

    /// <summary>An image without what lies below it.</summary>
    private static StorageSource Alone(StorageSource image) => new()
    {
        Type = image.Type,
        Format = image.Format,
        Path = image.Path,
        Network = image.Network,
        Volume = image.Volume,
        Nvme = image.Nvme,
        Slice = image.Slice,
        Auth = image.Auth,
        Encryption = image.Encryption,
        Index = image.Index,
        MetadataCacheSize = image.MetadataCacheSize,
    };

    private static async ValueTask StartAsync(LiveDomain live, BlockJobId id, Func<Task> start)
    {
        // Noted first: QEMU may be done with it before it answers.
        var job = live.BlockJobs.Add(id);
        try
        {
            await start();
        }
        catch
        {
            live.BlockJobs.Remove(job);
            throw;
        }
    }

    private void SetMirror(DomainObject domain, LiveDomain live, Disk disk, DiskMirror mirror) =>
        _driver.ChangeLive(domain, live, definition =>
        {
            // It may have become ready meanwhile.
            if (live.BlockJobs.Of(disk) is { Phase: BlockJobPhase.Ready })
                mirror.State = MirrorState.Yes;
            if (definition.Disks.Find(one => one.Target == disk.Target) is { } mirrored)
                mirrored.Mirror = mirror;
        });
}
