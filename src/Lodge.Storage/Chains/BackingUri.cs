using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Storage.Chains;

/// <summary>Images named by a URI: <c>nbd+unix:///export?socket=/run/nbd</c>, <c>https://host/disk.img</c>.</summary>
internal static class BackingUri
{
    private const string Socket = "socket=";

    public static BackingPlace Parse(string text)
    {
        var colon = text.IndexOf("://", StringComparison.Ordinal);
        if (colon <= 0) throw StorageError.Internal($"failed to parse backing file location '{text}'");
        var scheme = text[..colon].Split('+', 2);
        if (!StorageProtocolNames.Table.TryParse(scheme[0], out var protocol) || protocol == StorageProtocol.None)
        {
            throw StorageError.Internal($"invalid backing protocol '{scheme[0]}'");
        }

        var host = new StorageHost();
        if (scheme.Length > 1)
        {
            host.Transport = StorageTransportNames.Table.TryParse(scheme[1], out var transport)
                ? transport
                : throw StorageError.Internal($"invalid protocol transport type '{scheme[1]}'");
        }

        var parts = Split(text, colon + 3);
        (host.Name, var port) = SplitAuthority(text, parts.Authority);
        host.Port = port ?? StoragePorts.Default(protocol);
        if (host.Transport == StorageTransport.Unix) host.Port = 0;
        var network = new NetworkStorage { Protocol = protocol };
        network.Hosts.Add(host);
        SetQuery(network, host, parts.Query);
        return new(
            new StorageSource { Type = StorageType.Network, Network = network, Path = Path(protocol, parts.Path) },
            IsWhole: !parts.HasUser);
    }

    private static Parts Split(string text, int start)
    {
        var rest = text[start..];
        var fragment = rest.IndexOf('#', StringComparison.Ordinal);
        if (fragment >= 0) rest = rest[..fragment];
        var mark = rest.IndexOf('?', StringComparison.Ordinal);
        var query = mark < 0 ? null : rest[(mark + 1)..];
        if (mark >= 0) rest = rest[..mark];
        var slash = rest.IndexOf('/', StringComparison.Ordinal);
        var authority = slash < 0 ? rest : rest[..slash];
        var at = authority.LastIndexOf('@');
        return new(at >= 0 ? authority[(at + 1)..] : authority, at > 0, slash < 0 ? "" : rest[slash..], query);
    }

    private static (string? Name, uint? Port) SplitAuthority(string text, string authority)
    {
        var end = authority.StartsWith('[') ? authority.IndexOf(']', StringComparison.Ordinal) + 1 : 0;
        var colon = authority.IndexOf(':', end);
        var name = (colon < 0 ? authority : authority[..colon]).Trim('[', ']');
        if (colon < 0 || colon == authority.Length - 1) return (name.Length == 0 ? null : name, null);
        return ushort.TryParse(
            authority.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            ? (name, port)
            : throw StorageError.Internal($"Unable to parse URI {text}");
    }

    private static void SetQuery(NetworkStorage network, StorageHost host, string? query)
    {
        if (query is null) return;
        if (network.Protocol is StorageProtocol.Http or StorageProtocol.Https)
        {
            network.Query = query;
        }
        else if (query.StartsWith(Socket, StringComparison.Ordinal))
        {
            host.Socket = Uri.UnescapeDataString(query[Socket.Length..]);
        }
    }

    private static string? Path(StorageProtocol protocol, string text)
    {
        var path = Uri.UnescapeDataString(text);
        if (path.StartsWith('/')) path = path[1..];
        if (protocol == StorageProtocol.Nbd && path.Length == 0) return null;
        if (protocol == StorageProtocol.Gluster && path.IndexOf('/', StringComparison.Ordinal) <= 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                VirErrorDomain.VIR_FROM_STORAGE,
                $"missing volume name or file name in gluster source path '{path}'");
        }

        return path;
    }

    private readonly record struct Parts(string Authority, bool HasUser, string Path, string? Query);
}
