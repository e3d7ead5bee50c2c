using Lodge.Daemon.Domains.Snapshots;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Qemu.BlockJobs;
using Lodge.Qemu.Hotplug;
using Lodge.Qemu.Qmp.Commands;
using static Lodge.Protocol.Constants.VirDomainBlockCopyFlags;

namespace Lodge.Daemon.Domains.BlockJobs;

internal sealed partial class BlockJobs
{
    /// <summary>Copies a disk to another image, and keeps both the same until the job is ended.</summary>
    /// <param name="request">Which domain, flags, function and client.</param>
    /// <param name="path">The disk.</param>
    /// <param name="copy">Where the copy goes.</param>
    /// <param name="limits">How it is made.</param>
    /// <exception cref="VirException">It cannot begin; nothing is changed.</exception>
    public async ValueTask CopyAsync(ChangeRequest request, string path, StorageSource copy, CopyLimits limits)
    {
        var flags = (VirDomainBlockCopyFlags)request.Flags;
        if (copy is { Type: StorageType.File or StorageType.Block } && copy.Path?.StartsWith('/') != true)
            throw DomainErrors.InvalidArgument("absolute path must be used as block copy target");
        using var turn = await BeginAsync(request);
        var live = LiveOf(request.Domain);
        var disk = FindIdle(live, path);
        if (!flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_TRANSIENT_JOB) && request.Domain.Current.IsPersistent)
            throw DomainErrors.Invalid("domain is not transient");
        if (disk.Source.Backing is not { Type: not StorageType.None })
            flags &= ~VIR_DOMAIN_BLOCK_COPY_SHALLOW;
        CheckCopy(disk, copy, flags);

        var guest = await _driver.LiveGuestAsync(live);
        var isMade = await MakeAsync(guest, disk, copy, flags);
        try
        {
            await MirrorAsync(request.Domain, guest, disk, copy, flags, limits);
        }
        catch when (isMade)
        {
            File.Delete(copy.Path!);
            throw;
        }
    }

    private static void CheckCopy(Disk disk, StorageSource copy, VirDomainBlockCopyFlags flags)
    {
        var isShallow = flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_SHALLOW);
        var isReused = flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_REUSE_EXT);
        if (copy.Backing is { Type: not StorageType.None } && !isShallow)
        {
            throw DomainErrors.InvalidArgument(
                "backingStore of mirror without VIR_DOMAIN_BLOCK_COPY_SHALLOW doesn't make sense");
        }

        if (isShallow && !isReused && copy.Format == StorageFormat.Raw)
            throw DomainErrors.Unsupported($"shallow copy of disk '{disk.Target}' into a raw file is not possible");
        if (copy is not { Type: StorageType.File or StorageType.Block, Path: { } path })
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_NO_SUPPORT, $"copies to storage of type '{copy.Type.ToXml()}' are not made");
        }

        var file = new FileInfo(path);
        var isDevice = file.Exists && file.Attributes.HasFlag(FileAttributes.Device);
        if (!file.Exists && (isReused || copy.Type == StorageType.Block))
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                $"missing destination file for disk {disk.Target}: {path}: No such file or directory");
        }

        if (file is { Exists: true, Length: > 0 } && !isDevice && !isReused)
        {
            throw DomainErrors.Unsupported(
                $"external destination file for disk {disk.Target} already exists and is not a block device: {path}");
        }

        if (file.Exists && !isDevice && copy.Type == StorageType.Block)
        {
            throw DomainErrors.InvalidArgument(
                $"blockdev flag requested for disk {disk.Target}, but file '{path}' is not a block device");
        }

        if (copy.Format != StorageFormat.None)
            return;
        copy.Format = isReused
            ? throw DomainErrors.Unsupported("reused mirror destination format must be specified")
            : disk.Source.Format;
    }

    /// <summary>Makes the image that takes the copy, unless it is there.</summary>
    /// <returns>Whether a file was made that was not there before.</returns>
    private static async ValueTask<bool> MakeAsync(
        LiveGuest guest, Disk disk, StorageSource copy, VirDomainBlockCopyFlags flags)
    {
        var isShallow = flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_SHALLOW);
        if (flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_REUSE_EXT))
        {
            if (!isShallow)
                copy.Backing ??= new StorageSource { Type = StorageType.None };
            else
                await guest.Services.Chains.ReadAsync(copy, CancellationToken.None);
            return false;
        }

        copy.Backing = isShallow ? copy.Backing ?? disk.Source.Backing : new StorageSource { Type = StorageType.None };
        var isNew = !File.Exists(copy.Path);
        if (copy is { Type: StorageType.Block, Format: StorageFormat.Raw })
            return false;
        if (isNew)
            Reserve(copy.Path!);
        try
        {
            var top = DiskImages.FormatNode(disk.Source);
            var nodes = await guest.Monitor.QueryNamedBlockNodesAsync();
            var size = nodes.First(node => node.NodeName == top).VirtualSize;
            await ImageTool.CreateAsync(copy, isShallow ? copy.Backing : null, size);
            return isNew;
        }
        catch when (isNew)
        {
            File.Delete(copy.Path!);
            throw;
        }
    }

    private static void Reserve(string path)
    {
        try
        {
            File.WriteAllBytes(path, []);
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            var why = cause switch
            {
                DirectoryNotFoundException => "No such file or directory",
                UnauthorizedAccessException => "Permission denied",
                _ => cause.Message,
            };
            throw DomainErrors.Of(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, $"failed to create copy target: {why}");
        }
    }

    private async ValueTask MirrorAsync(
        DomainObject domain, LiveGuest guest, Disk disk, StorageSource copy, VirDomainBlockCopyFlags flags,
        CopyLimits limits)
    {
        var live = LiveOf(domain);
        var standsOnDisk = ReferenceEquals(copy.Backing, disk.Source.Backing);
        await DiskImages.OpenAsync(guest, disk, copy, standsOnDisk);
        var id = new BlockJobId(BlockJobType.Copy, disk.Target!, disk.Source.Index, copy.Index, (uint)flags);
        try
        {
            await StartAsync(live, id, () => live.Monitor.BlockdevMirrorAsync(
                new MirrorRequest(id.ToString(), DiskImages.TopNode(disk), DiskImages.FormatNode(copy))
                {
                    BytesPerSecond = limits.BytesPerSecond,
                    Granularity = limits.Granularity,
                    BufferSize = limits.BufferSize,
                    IsShallow = flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_SHALLOW),
                    WritesTogether = flags.HasFlag(VIR_DOMAIN_BLOCK_COPY_SYNCHRONOUS_WRITES),
                }));
        }
        catch
        {
            await CloseCopyAsync(guest, disk, copy, standsOnDisk);
            throw;
        }

        // What the copy shares with the disk is the disk's until the copy takes its place.
        if (standsOnDisk)
            copy.Backing = null;
        SetMirror(domain, live, disk, new DiskMirror { Job = BlockJobType.Copy, Source = copy });
    }

    private static async ValueTask CloseCopyAsync(LiveGuest guest, Disk disk, StorageSource copy, bool standsOnDisk)
    {
        if (standsOnDisk)
            copy.Backing = null;
        await DiskImages.CloseAsync(guest, disk, copy);
        guest.Services.Files.RevokeImage(guest.Definition, copy);
    }
}
