using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Speed and downtime of migration.</content>
public sealed partial class Domain
{
    /// <summary>
    /// Says how long the guest may stand still at the end of a migration, in milliseconds.
    /// (<c>virDomainMigrateSetMaxDowntime</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateSetMaxDowntimeAsync(
        ulong downtime, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateSetMaxDowntimeAsync(
            new() { Dom = Wire, Downtime = downtime, Flags = flags }, cancellationToken);

    /// <summary>Says how fast a migration may be, in MiB/s. (<c>virDomainMigrateSetMaxSpeed</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateSetMaxSpeedAsync(
        ulong bandwidth, VirDomainMigrateMaxSpeedFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateSetMaxSpeedAsync(
            new() { Dom = Wire, Bandwidth = bandwidth, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks how fast a migration may be, in MiB/s. (<c>virDomainMigrateGetMaxSpeed</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> MigrateGetMaxSpeedAsync(
        VirDomainMigrateMaxSpeedFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMigrateGetMaxSpeedAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Bandwidth;

    /// <summary>
    /// Asks how much memory the compression of a migration has, in bytes.
    /// (<c>virDomainMigrateGetCompressionCache</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> MigrateGetCompressionCacheAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMigrateGetCompressionCacheAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).CacheSize;

    /// <summary>
    /// Says how much memory the compression of a migration has, in bytes.
    /// (<c>virDomainMigrateSetCompressionCache</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateSetCompressionCacheAsync(
        ulong cacheSize, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateSetCompressionCacheAsync(
            new() { Dom = Wire, CacheSize = cacheSize, Flags = flags }, cancellationToken);

    /// <summary>
    /// Lets the guest go on at the other host before all its memory is there. (<c>virDomainMigrateStartPostCopy</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateStartPostCopyAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateStartPostCopyAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>
    /// Asks how long the guest may stand still at the end of a migration, in milliseconds.
    /// (<c>virDomainMigrateGetMaxDowntime</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> MigrateGetMaxDowntimeAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMigrateGetMaxDowntimeAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Downtime;
}
