using System.Globalization;
using Lodge.Model.Storage;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Backends.Scsi;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Iscsi;

/// <summary>Pools of type iscsi: a target that the kernel is logged in to while the pool is active.</summary>
internal sealed class IscsiPool(StorageDriverOptions options) : IPoolBackend
{
    public StoragePoolType Type => StoragePoolType.Iscsi;

    public IVolumeBackend Volumes { get; } = new DeviceVolumes();

    public async ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation) =>
        await IscsiSessions.FindAsync(Target(pool), cancellation) is not null;

    public async ValueTask StartAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        var target = Target(pool);
        if (await IscsiSessions.FindAsync(target, cancellation) is not null)
            return;
        var portal = Portal(pool.Source);
        await IscsiSessions.AddNodeAsync(portal, target, cancellation);
        await IscsiSessions.SetAuthAsync(portal, target, pool.Source.Auth, options.Secrets, cancellation);
        await IscsiSessions.ConnectAsync(portal, target, pool.Source.InitiatorName, "--login", cancellation);
    }

    public async ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation)
    {
        var session = await IscsiSessions.FindAsync(Target(pool), cancellation)
            ?? throw StorageError.Internal("cannot find iscsiadm session: ");
        await IscsiSessions.RescanAsync(session, cancellation);
        await BlockDevice.SettleAsync(cancellation);
        return await LogicalUnits.ReadAsync(pool, HostOf(session), cancellation);
    }

    public async ValueTask StopAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        var target = Target(pool);
        if (await IscsiSessions.FindAsync(target, cancellation) is not null)
        {
            await IscsiSessions.ConnectAsync(
                Portal(pool.Source), target, pool.Source.InitiatorName, "--logout", cancellation);
        }
    }

    public async ValueTask<string> FindSourcesAsync(string? specification, CancellationToken cancellation)
    {
        var asked = StoragePoolXml.ParseSource(
            specification ?? throw StorageError.Argument("hostname must be specified for iscsi sources"), Type);
        var targets = await IscsiSessions.DiscoverAsync(Portal(asked), asked.InitiatorName, cancellation);
        var host = asked.Hosts[0] with { Port = PortOf(asked.Hosts[0]) };
        return StoragePoolXml.FormatSources(
            targets.Select(target => new StoragePoolSource
            {
                Hosts = [host],
                Devices = [new StoragePoolDevice { Path = target }],
                InitiatorName = asked.InitiatorName,
            }),
            Type);
    }

    /// <summary>The portal as iscsiadm names it.</summary>
    internal static string Portal(StoragePoolSource source)
    {
        if (source.Hosts is not [var host])
            throw StorageError.Unsupported("Expected exactly 1 host for the storage pool");
        var name = host.Name.Contains(':', StringComparison.Ordinal) ? $"[{host.Name}]" : host.Name;
        return string.Create(CultureInfo.InvariantCulture, $"{name}:{PortOf(host)},1");
    }

    private static int PortOf(StoragePoolHost host)
    {
        const int Iscsi = 3260;
        return host.Port == 0 ? Iscsi : host.Port;
    }

    private static string Target(StoragePoolDefinition pool)
    {
        if (pool.Source.Hosts.Count != 1)
            throw StorageError.Unsupported("Expected exactly 1 host for the storage pool");
        return pool.Source.Devices is [{ Path: var target }] ? target : throw StorageError.Internal(
            "missing source device");
    }

    private static int HostOf(string session)
    {
        var folder = $"/sys/class/iscsi_session/session{session}/device";
        if (Directory.Exists(folder))
        {
            foreach (var entry in Directory.EnumerateDirectories(folder, "target*"))
            {
                var digits = Path.GetFileName(entry)["target".Length..].Split(':')[0];
                if (int.TryParse(digits, NumberStyles.None, CultureInfo.InvariantCulture, out var host))
                    return host;
            }
        }

        throw StorageError.Internal($"Failed to get host number for iSCSI session with path '{folder}'");
    }
}
