using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>Ports of storage servers.</summary>
internal static class StoragePorts
{
    /// <summary>The port that a protocol has unless one is said; 0 for none.</summary>
    public static uint Default(StorageProtocol protocol) => protocol switch
    {
        StorageProtocol.Http => 80,
        StorageProtocol.Https => 443,
        StorageProtocol.Ftp => 21,
        StorageProtocol.Ftps => 990,
        StorageProtocol.Tftp => 69,
        StorageProtocol.Sheepdog => 7000,
        StorageProtocol.Nbd => 10809,
        StorageProtocol.Ssh => 22,
        StorageProtocol.Iscsi => 3260,
        StorageProtocol.Gluster => 24007,
        StorageProtocol.Vxhs => 9999,
        StorageProtocol.Nfs => 2049,
        _ => 0,
    };

    /// <summary>Reads a port; one that is not said is the protocol's own.</summary>
    public static uint Parse(string? text, StorageProtocol protocol)
    {
        if (text is null) return Default(protocol);
        if (!uint.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var port))
        {
            throw StorageError.Argument($"failed to parse port number '{text}'");
        }

        if (port > ushort.MaxValue) throw StorageError.Argument($"port '{text}' out of range");
        return port == 0 ? Default(protocol) : port;
    }
}
