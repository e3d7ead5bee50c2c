using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const ulong SectorSize = 512;

    /// <inheritdoc/>
    public async ValueTask DomainBlockResizeAsync(ClientCall call, DomainBlockResizeArgs args)
    {
        const uint Bytes = (uint)VirDomainBlockResizeFlags.VIR_DOMAIN_BLOCK_RESIZE_BYTES;
        FlagCheck.Only(args.Flags, Bytes, "qemuDomainBlockResize");
        var size = args.Size;
        if ((args.Flags & Bytes) == 0)
        {
            if (size > ulong.MaxValue / Kibi)
                throw DomainErrors.Of(
                    VirErrorNumber.VIR_ERR_OVERFLOW, $"size must be less than {ulong.MaxValue / Kibi}");
            size *= Kibi;
        }

        await OnMonitorAsync(call, args.Dom, DomainJobKind.Modify, "virDomainBlockResize", async live =>
        {
            var disk = DiskLookup.Find(live.Definition, args.Disk)
                ?? throw DomainErrors.InvalidArgument($"disk '{args.Disk}' was not found in the domain config");
            if (disk.Source.IsEmpty || disk.Readonly)
                throw DomainErrors.OperationUnsupported($"can't resize empty or readonly disk '{disk.Target}'");

            // These formats count in sectors.
            if (disk.Source.Format is StorageFormat.Qcow2 or StorageFormat.Qed)
                size = (size + SectorSize - 1) / SectorSize * SectorSize;
            await live.Monitor.BlockResizeAsync(BlockNodes.Format(disk.Source), size);
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainBlockPeekRet> DomainBlockPeekAsync(ClientCall call, DomainBlockPeekArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainBlockPeek");
        if (args.Size > RemoteConstants.REMOTE_DOMAIN_BLOCK_PEEK_BUFFER_MAX)
            throw DomainErrors.InvalidArgument(
                $"size {args.Size} is more than {RemoteConstants.REMOTE_DOMAIN_BLOCK_PEEK_BUFFER_MAX}");
        var now = driver.Find(args.Dom).Current;
        var definition = now.Live?.Definition ?? now.Config!.Definition;
        var disk = DiskLookup.Find(definition, args.Path)
            ?? throw DomainErrors.InvalidArgument($"No device found for specified path");
        if (disk.Source.Format != StorageFormat.Raw)
        {
            throw DomainErrors.OperationUnsupported(
                $"peeking is only supported for disk with 'raw' format not '{disk.Source.Format.ToXml()}'");
        }

        if (disk.Source is not { Type: StorageType.File or StorageType.Block, Path: { } path })
            throw DomainErrors.Internal(
                $"storage file reading is not supported for storage type {disk.Source.Type.ToXml()}");
        return Answer(new DomainBlockPeekRet { Buffer = ReadExactly(path, args.Path, args.Offset, (int)args.Size) });
    }

    /// <inheritdoc/>
    public async ValueTask<DomainMemoryPeekRet> DomainMemoryPeekAsync(ClientCall call, DomainMemoryPeekArgs args)
    {
        const uint Virtual = (uint)VirDomainMemoryFlags.VIR_MEMORY_VIRTUAL;
        const uint Physical = (uint)VirDomainMemoryFlags.VIR_MEMORY_PHYSICAL;
        FlagCheck.Only(args.Flags, Virtual | Physical, "qemuDomainMemoryPeek");
        if (args.Flags is not (Virtual or Physical))
            throw DomainErrors.InvalidArgument("flags parameter must be VIR_MEMORY_VIRTUAL or VIR_MEMORY_PHYSICAL");
        if (args.Size > RemoteConstants.REMOTE_DOMAIN_MEMORY_PEEK_BUFFER_MAX)
            throw DomainErrors.InvalidArgument(
                $"size {args.Size} is more than {RemoteConstants.REMOTE_DOMAIN_MEMORY_PEEK_BUFFER_MAX}");
        byte[] content = [];
        await OnMonitorAsync(call, args.Dom, DomainJobKind.Query, "virDomainMemoryPeek", async live =>
        {
            var path = Path.Combine(live.Directories.Library, $"memory-{Guid.NewGuid():N}");
            try
            {
                await live.Monitor.ExecuteAsync(args.Flags == Virtual ? "memsave" : "pmemsave", json =>
                {
                    json.WriteNumber("val", args.Offset);
                    json.WriteNumber("size", args.Size);
                    json.WriteString("filename", path);
                });
                content = await File.ReadAllBytesAsync(path);
            }
            finally
            {
                File.Delete(path);
            }
        });
        return new DomainMemoryPeekRet { Buffer = content };
    }

    private static byte[] ReadExactly(string path, string name, ulong offset, int size)
    {
        try
        {
            using var file = File.OpenHandle(path, FileMode.Open, FileAccess.Read, FileShare.ReadWrite);
            var buffer = new byte[size];
            var count = 0;
            while (count < size
                && RandomAccess.Read(file, buffer.AsSpan(count), (long)offset + count) is var more and > 0)
                count += more;
            return count == size
                ? buffer
                : throw DomainErrors.InvalidArgument(
                    $"'{name}' starting from {offset} has only {count} bytes available");
        }
        catch (Exception cause) when (cause is IOException or UnauthorizedAccessException)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_QEMU,
                $"cannot read '{path}': {cause.Message}", cause);
        }
    }
}
