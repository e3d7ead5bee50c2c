using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>Images of block servers, as QEMU describes them.</summary>
internal static class BackingJsonNetwork
{
    public static BackingPlace Parse(JsonTree node, string driver)
    {
        var uri = node.TextOf("filename");
        return driver switch
        {
            "gluster" => uri is null ? new(Gluster(node)) : FromUri(uri, StorageProtocol.Gluster),
            "iscsi" => uri is null ? Iscsi(node) : FromUri(uri, StorageProtocol.Iscsi),
            "nbd" => new(Nbd(node)),
            "sheepdog" => Sheepdog(node, uri),
            "ssh" => new(Ssh(node)),
            "rbd" => new(uri is null ? Rbd(node) : BackingColon.Rbd(uri)),
            "vxhs" => new(Vxhs(node)),
            "nfs" => new(Nfs(node)),
            _ => throw StorageError.Internal(
                $"missing parser implementation for JSON backing volume driver '{driver}'"),
        };
    }

    public static BackingPlace FromUri(string uri, StorageProtocol protocol)
    {
        var place = BackingUri.Parse(uri);
        var found = place.Source.Network!.Protocol;
        return found == protocol
            ? place
            : throw StorageError.Argument($"expected protocol '{protocol.ToXml()}' but got '{found.ToXml()}' in URI " +
                "JSON volume definition");
    }

    private static StorageSource Gluster(JsonTree node)
    {
        var (volume, path, servers) = (node.TextOf("volume"), node.TextOf("path"), node["server"]?.Items);
        if (volume is null || path is null || servers is null)
        {
            throw StorageError.Argument(
                "missing 'volume', 'path' or 'server' attribute in JSON backing definition for " +
                "gluster volume");
        }

        if (servers.Count == 0)
        {
            throw StorageError.Argument("at least 1 server is necessary in JSON backing definition for gluster volume");
        }

        return Source(StorageProtocol.Gluster, $"{volume}/{path}",
            [.. servers.Select(server => JsonServer.Of(server, StorageProtocol.Gluster))]);
    }

    private static BackingPlace Iscsi(JsonTree node)
    {
        if (node.TextOf("transport") != "tcp")
        {
            throw StorageError.Argument("only TCP transport is supported for iSCSI volumes");
        }

        var portal = node.TextOf("portal")
            ?? throw StorageError.Argument("missing 'portal' address in iSCSI backing definition");
        var target = node.TextOf("target")
            ?? throw StorageError.Argument("missing 'target' in iSCSI backing definition");
        var unit = node.TextOf("lun") ?? node["lun"]?.Number ?? "0";
        var colon = portal.LastIndexOf(':');
        var hasPort = colon >= 0 && portal.IndexOf(']', colon) < 0;
        var host = new StorageHost
        {
            Name = (hasPort ? portal[..colon] : portal).Trim('[', ']'),
            Port = StoragePorts.Parse(hasPort ? portal[(colon + 1)..] : null, StorageProtocol.Iscsi),
        };

        // A password in the image is nobody's to repeat: QEMU alone uses it.
        return new(
            Source(StorageProtocol.Iscsi, $"{target}/{unit}", [host]),
            IsWhole: node.TextOf("user") is null && node.TextOf("password") is null);
    }

    private static StorageSource Nbd(JsonTree node)
    {
        var (path, host, server) = (node.TextOf("path"), node.TextOf("host"), node.ObjectOf("server"));
        if (path is null && host is null && server is null)
        {
            throw StorageError.Argument("missing host specification of NBD server in JSON backing volume definition");
        }

        var place = server is not null ? JsonServer.Of(server, StorageProtocol.Nbd)
            : path is not null ? new StorageHost { Transport = StorageTransport.Unix, Socket = path }
            : JsonServer.OfInternet(node, StorageProtocol.Nbd);
        return Source(StorageProtocol.Nbd, node.TextOf("export"), [place]);
    }

    private static BackingPlace Sheepdog(JsonTree node, string? uri)
    {
        if (uri is not null)
        {
            return uri.Contains("://", StringComparison.Ordinal)
                ? FromUri(uri, StorageProtocol.Sheepdog)
                : throw StorageError.Argument("missing sheepdog URI in JSON backing volume definition");
        }

        var name = node.TextOf("vdi") ?? throw StorageError.Argument("missing sheepdog vdi name");
        return new(Source(StorageProtocol.Sheepdog, name,
            [JsonServer.Of(node.ObjectOf("server"), StorageProtocol.Sheepdog)]));
    }

    private static StorageSource Ssh(JsonTree node)
    {
        var (path, server) = (node.TextOf("path"), node.ObjectOf("server"));
        if (path is null || (server is null && node.TextOf("host") is null))
        {
            throw StorageError.Argument("missing host/server or path of SSH JSON backing volume definition");
        }

        return Source(StorageProtocol.Ssh, path, [JsonServer.OfInternet(server ?? node, StorageProtocol.Ssh)]);
    }

    private static StorageSource Rbd(JsonTree node)
    {
        var (pool, image) = (node.TextOf("pool"), node.TextOf("image"));
        if (pool is null || image is null)
        {
            throw StorageError.Argument("missing pool or image name in ceph backing volume JSON specification");
        }

        var servers = node["server"]?.Items ?? [];
        var source = Source(StorageProtocol.Rbd, $"{pool}/{image}",
            [.. servers.Select(server => JsonServer.OfInternet(server, StorageProtocol.Rbd))]);
        source.Network!.Snapshot = node.TextOf("snapshot");
        source.Network.ConfigFile = node.TextOf("conf");
        return source;
    }

    private static StorageSource Vxhs(JsonTree node)
    {
        var (disk, server) = (node.TextOf("vdisk-id"), node.ObjectOf("server"));
        return disk is not null && server is not null
            ? Source(StorageProtocol.Vxhs, disk, [JsonServer.OfInternet(server, StorageProtocol.Vxhs)])
            : throw StorageError.Argument("missing 'vdisk-id' or 'server' attribute in JSON backing definition for " +
                "VxHS volume");
    }

    private static StorageSource Nfs(JsonTree node)
    {
        var server = node.ObjectOf("server") ?? throw StorageError.Argument(
            "missing 'server' attribute in JSON backing definition for NFS volume");
        if (!node.TryNumber("user", out var user) || !node.TryNumber("group", out var group))
        {
            throw StorageError.Argument(
                "missing 'user' or 'group' attribute in JSON backing definition for NFS volume");
        }

        var path = node.TextOf("path") ?? throw StorageError.Argument(
            "missing 'path' attribute in JSON backing definition for NFS volume");
        var source = Source(StorageProtocol.Nfs, path, [JsonServer.OfInternet(server, StorageProtocol.Nfs)]);
        source.Network!.NfsUser = string.Create(CultureInfo.InvariantCulture, $"+{user}");
        source.Network.NfsGroup = string.Create(CultureInfo.InvariantCulture, $"+{group}");
        return source;
    }

    private static StorageSource Source(StorageProtocol protocol, string? path, List<StorageHost> hosts)
    {
        var network = new NetworkStorage { Protocol = protocol };
        network.Hosts.AddRange(hosts);
        return new StorageSource { Type = StorageType.Network, Path = path, Network = network };
    }
}
