using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Speed and downtime of migration.</content>
public sealed partial class Domain
{
    /// <summary>Calls libvirt. (<c>virDomainMigrateSetMaxDowntime</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateSetMaxDowntimeAsync(
        ulong downtime, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateSetMaxDowntimeAsync(
            new() { Dom = Wire, Downtime = downtime, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainMigrateSetMaxSpeed</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateSetMaxSpeedAsync(
        ulong bandwidth, VirDomainMigrateMaxSpeedFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateSetMaxSpeedAsync(
            new() { Dom = Wire, Bandwidth = bandwidth, Flags = (uint)flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainMigrateGetMaxSpeed</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> MigrateGetMaxSpeedAsync(
        VirDomainMigrateMaxSpeedFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMigrateGetMaxSpeedAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Bandwidth;

    /// <summary>Calls libvirt. (<c>virDomainMigrateGetCompressionCache</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> MigrateGetCompressionCacheAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMigrateGetCompressionCacheAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).CacheSize;

    /// <summary>Calls libvirt. (<c>virDomainMigrateSetCompressionCache</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateSetCompressionCacheAsync(
        ulong cacheSize, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateSetCompressionCacheAsync(
            new() { Dom = Wire, CacheSize = cacheSize, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainMigrateStartPostCopy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask MigrateStartPostCopyAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainMigrateStartPostCopyAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainMigrateGetMaxDowntime</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> MigrateGetMaxDowntimeAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMigrateGetMaxDowntimeAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Downtime;
}
