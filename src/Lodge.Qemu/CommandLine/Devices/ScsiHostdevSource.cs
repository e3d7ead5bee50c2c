using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.CommandLine.Devices;

/// <summary>The storage behind a passed-through SCSI device.</summary>
internal static class ScsiHostdevSource
{
    private const string ScsiDevices = "/sys/bus/scsi/devices";

    /// <summary>The name of its block node.</summary>
    public static string Node(Hostdev device) => $"libvirt-{device.Alias}-backend";

    /// <summary>Where it lies: on an iSCSI server, or at the host's generic SCSI device.</summary>
    public static StorageSource Of(Hostdev device)
    {
        var scsi = device.Scsi!;
        if (scsi.IscsiName is null)
        {
            return new StorageSource { Type = StorageType.Block, Path = "/dev/" + GenericName(scsi) };
        }

        var network = new NetworkStorage { Protocol = StorageProtocol.Iscsi, InitiatorName = scsi.InitiatorName };
        if (scsi.IscsiHost is { } host) network.Hosts.Add(host);
        return new StorageSource
        {
            Type = StorageType.Network,
            Path = scsi.IscsiName,
            Network = network,
            Auth = scsi.IscsiAuth,
        };
    }

    private static string GenericName(ScsiSource scsi)
    {
        var adapter = scsi.Adapter is { } name && name.StartsWith("scsi_host", StringComparison.Ordinal)
            ? name["scsi_host".Length..]
            : throw ConfigurationError.InvalidArgument($"Cannot parse adapter '{scsi.Adapter}'");
        var folder = string.Create(
            CultureInfo.InvariantCulture,
            $"{ScsiDevices}/{adapter}:{scsi.Bus}:{scsi.Target}:{scsi.Unit}/scsi_generic");
        if (Directory.Exists(folder) && Directory.EnumerateDirectories(folder).FirstOrDefault() is { } found)
        {
            return Path.GetFileName(found);
        }

        throw new VirException(
            VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            VirErrorDomain.VIR_FROM_NONE,
            $"cannot open directory '{folder}': No such file or directory");
    }
}
