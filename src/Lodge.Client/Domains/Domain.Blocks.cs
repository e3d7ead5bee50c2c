using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Disks: work on their images, and their sizes.</content>
public sealed partial class Domain
{
    /// <summary>Reads from a disk of the guest; at most 4 MiB. (<c>virDomainBlockPeek</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<byte[]> BlockPeekAsync(
        string path, ulong offset, uint size, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainBlockPeekAsync(
            new()
            {
                Dom = Wire, Path = path, Offset = offset, Size = size, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Buffer;

    /// <summary>Reads from the guest's memory; at most 4 MiB. (<c>virDomainMemoryPeek</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<byte[]> MemoryPeekAsync(
        ulong offset, uint size, VirDomainMemoryFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMemoryPeekAsync(
            new()
            {
                Dom = Wire, Offset = offset, Size = size, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Buffer;

    /// <summary>
    /// Asks how large a disk is and how much of it is in use, in bytes. (<c>virDomainGetBlockInfo</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetBlockInfoRet> GetBlockInfoAsync(
        string path, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainGetBlockInfoAsync(new() { Dom = Wire, Path = path, Flags = flags }, cancellationToken);

    /// <summary>Ends the job on a disk, or turns to its copy. (<c>virDomainBlockJobAbort</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockJobAbortAsync(
        string path, VirDomainBlockJobAbortFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockJobAbortAsync(new() { Dom = Wire, Path = path, Flags = (uint)flags }, cancellationToken);

    /// <summary>Says how fast the job on a disk may be. (<c>virDomainBlockJobSetSpeed</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockJobSetSpeedAsync(
        string path, ulong bandwidth, VirDomainBlockJobSetSpeedFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockJobSetSpeedAsync(
            new() { Dom = Wire, Path = path, Bandwidth = bandwidth, Flags = (uint)flags }, cancellationToken);

    /// <summary>Pulls what a disk has from its backing images into itself. (<c>virDomainBlockPull</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockPullAsync(
        string path, ulong bandwidth, VirDomainBlockPullFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockPullAsync(
            new() { Dom = Wire, Path = path, Bandwidth = bandwidth, Flags = (uint)flags }, cancellationToken);

    /// <summary>Changes the size of a disk while the guest runs. (<c>virDomainBlockResize</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockResizeAsync(
        string disk, ulong size, VirDomainBlockResizeFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockResizeAsync(
            new() { Dom = Wire, Disk = disk, Size = size, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks which disks have failed, and how. (<c>virDomainGetDiskErrors</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainDiskError[]> GetDiskErrorsAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetDiskErrorsAsync(
            new()
            {
                Dom = Wire, Maxerrors = RemoteConstants.REMOTE_DOMAIN_DISK_ERRORS_MAX, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Errors;

    /// <summary>
    /// Pulls what a disk has from images above another into itself, or copies it. (<c>virDomainBlockRebase</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockRebaseAsync(
        string path, string? baseName, ulong bandwidth, VirDomainBlockRebaseFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockRebaseAsync(
            new()
            {
                Dom = Wire, Path = path, Base = baseName, Bandwidth = bandwidth, Flags = (uint)flags,
            },
            cancellationToken);

    /// <summary>Pushes what a disk's upper images have into a lower one. (<c>virDomainBlockCommit</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockCommitAsync(
        string disk, string? baseName, string? top, ulong bandwidth, VirDomainBlockCommitFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockCommitAsync(
            new()
            {
                Dom = Wire, Disk = disk, Base = baseName, Top = top, Bandwidth = bandwidth, Flags = (uint)flags,
            },
            cancellationToken);

    /// <summary>Copies a disk to another place while the guest runs. (<c>virDomainBlockCopy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask BlockCopyAsync(
        string path, string destinationXml, TypedParameter[] parameters, VirDomainBlockCopyFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockCopyAsync(
            new()
            {
                Dom = Wire, Path = path, Destxml = destinationXml, Params = parameters, Flags = (uint)flags,
            },
            cancellationToken);
}
