using System.Globalization;
using Lodge.Model.Storage;
using Lodge.Protocol.Errors;
using Lodge.Storage.Backends.Devices;
using Lodge.Storage.Pools;
using Lodge.Storage.Volumes;

namespace Lodge.Storage.Backends.Scsi;

/// <summary>Pools of type scsi: the units of a SCSI host.</summary>
internal sealed class ScsiPool : IPoolBackend
{
    private const string Hosts = "/sys/class/scsi_host";

    public StoragePoolType Type => StoragePoolType.Scsi;

    public IVolumeBackend Volumes { get; } = new DeviceVolumes();

    public ValueTask<bool> CheckAsync(StoragePoolDefinition pool, CancellationToken cancellation) =>
        new(Find(pool.Source.Adapter) is { } host && Directory.Exists(FolderOf(host)));

    public ValueTask StartAsync(StoragePoolDefinition pool, CancellationToken cancellation)
    {
        _ = Require(pool.Source.Adapter);
        return default;
    }

    public async ValueTask<PoolContents> RefreshAsync(
        StoragePoolDefinition pool, VolumeSet known, CancellationToken cancellation)
    {
        var host = Require(pool.Source.Adapter);
        var trigger = $"{FolderOf(host)}/scan";
        try
        {
            await File.WriteAllTextAsync(trigger, "- - -", cancellation);
        }
        catch (Exception failure) when (failure is IOException or UnauthorizedAccessException)
        {
            throw StorageError.System(failure, $"Could not open '{trigger}' to trigger host scan");
        }

        return await LogicalUnits.ReadAsync(pool, host, cancellation);
    }

    private static int? Find(StorageAdapter adapter) =>
        adapter.Type == StorageAdapterType.FcHost ? ScsiHosts.FindFibre(adapter) : ScsiHosts.Number(adapter);

    private static int Require(StorageAdapter adapter)
    {
        if (Find(adapter) is { } host)
            return host;
        throw adapter switch
        {
            { Type: StorageAdapterType.FcHost } => StorageError.Of(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                $"Failed to find SCSI host with wwnn='{adapter.NodeName}', wwpn='{adapter.PortName}'"),
            { Name: { } name } => StorageError.Internal($"Invalid adapter name '{name}' for SCSI pool"),
            _ => StorageError.Of(
                VirErrorNumber.VIR_ERR_XML_ERROR,
                $"Failed to find scsi_host using PCI '{adapter.ParentAddress}' and unique_id='{adapter.UniqueId}'"),
        };
    }

    private static string FolderOf(int host) =>
        string.Create(CultureInfo.InvariantCulture, $"{Hosts}/host{host}");
}
