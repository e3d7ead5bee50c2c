using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Block;

/// <summary>Images that are reached over a network.</summary>
/// <remarks>Source: QEMU QAPI <c>block-core.json</c>, <c>BlockdevOptions*</c>.</remarks>
internal static class BlockNetworkStorage
{
    private static readonly PropertyValue[] CephModes = ["cephx", "none"];

    public static QemuProperties Location(StorageSource source, NetworkStorage network, BlockSecrets secrets)
    {
        var properties = new QemuProperties().Add("driver", network.Protocol.ToXml());
        return network.Protocol switch
        {
            StorageProtocol.Nbd => properties
                .Add("server", Address(OnlyHost(network)))
                .Add("export", source.Path)
                .Add("tls-creds", secrets.TlsAlias)
                .Add("tls-hostname", network.TlsHostname),
            StorageProtocol.Rbd => Rbd(properties, source, network, secrets),
            StorageProtocol.Sheepdog => properties
                .Add("server", Address(OnlyHost(network)))
                .Add("vdi", source.Path),
            StorageProtocol.Gluster => Gluster(properties, source, network, secrets),
            StorageProtocol.Iscsi => Iscsi(properties, source, network, secrets),
            StorageProtocol.Http or StorageProtocol.Https
                or StorageProtocol.Ftp or StorageProtocol.Ftps or StorageProtocol.Tftp
                => Curl(properties, source, network, secrets),
            StorageProtocol.Ssh => properties
                .Add("path", source.Path)
                .Add("server", InetAddress(OnlyHost(network)))
                .Add("user", source.Auth?.Username),
            StorageProtocol.Vxhs => throw ConfigurationError.Unsupported(
                "VxHS protocol is not supported with this QEMU binary"),
            StorageProtocol.Nfs => Nfs(properties, source, network),
            _ => throw ConfigurationError.Internal(
                $"unexpected storage protocol '{network.Protocol.ToXml()}'"),
        };
    }

    private static QemuProperties Rbd(
        QemuProperties properties, StorageSource source, NetworkStorage network, BlockSecrets secrets)
    {
        var (pool, image) = SplitVolume(source.Path);
        properties
            .Add("pool", pool)
            .Add("image", image)
            .Add("snapshot", network.Snapshot)
            .Add("conf", network.ConfigFile);
        if (network.Hosts.Count > 0)
        {
            properties.AddList("server", network.Hosts.Select(host => (PropertyValue)InetAddress(host)));
        }

        if (source.Encryption is { Engine: EncryptionEngine.Librbd } encryption)
        {
            properties.Add("encrypt", new QemuProperties()
                .Add("format", encryption.Format.ToXml())
                .Add("key-secret", secrets.EncryptionAlias));
        }

        if (source.Auth is not { } auth) return properties;
        return properties
            .Add("user", auth.Username)
            .AddList("auth-client-required", CephModes)
            .Add("key-secret", secrets.AuthAlias);
    }

    private static QemuProperties Gluster(
        QemuProperties properties, StorageSource source, NetworkStorage network, BlockSecrets secrets)
    {
        var (volume, path) = SplitVolume(source.Path);
        return properties
            .Add("volume", volume)
            .Add("path", path)
            .AddList("server", network.Hosts.Select(host => (PropertyValue)Address(host)))
            .Add("debug", secrets.GlusterDebugLevel);
    }

    private static QemuProperties Iscsi(
        QemuProperties properties, StorageSource source, NetworkStorage network, BlockSecrets secrets)
    {
        var path = source.Path!;
        var slash = path.IndexOf('/', StringComparison.Ordinal);
        var target = slash < 0 ? path : path[..slash];
        var unit = 0u;
        if (slash >= 0 && !uint.TryParse(path.AsSpan(slash + 1), CultureInfo.InvariantCulture, out unit))
        {
            throw ConfigurationError.Internal($"cannot parse target for lunStr '{target}'");
        }

        var host = network.Hosts[0];
        return properties
            .Add("portal", string.Create(CultureInfo.InvariantCulture, $"{Bracketed(host.Name!)}:{host.Port}"))
            .Add("target", target)
            .Add("lun", unit)
            .Add("transport", "tcp")
            .Add("user", source.Auth?.Username)
            .Add("password-secret", secrets.AuthAlias)
            .Add("initiator-name", network.InitiatorName);
    }

    private static QemuProperties Curl(
        QemuProperties properties, StorageSource source, NetworkStorage network, BlockSecrets secrets) => properties
            .Add("url", Url(source, network))
            .Add("username", source.Auth?.Username)
            .Add("password-secret", secrets.AuthAlias)
            .Add("sslverify", network.SslVerify)
            .Add("cookie-secret", secrets.CookieAlias)
            .AddNonZero("timeout", network.Timeout)
            .AddNonZero("readahead", network.ReadAhead);

    private static QemuProperties Nfs(QemuProperties properties, StorageSource source, NetworkStorage network) =>
        properties
            .Add("server", new QemuProperties().Add("host", network.Hosts[0].Name).Add("type", "inet"))
            .Add("path", source.Path)
            .Add("user", NumericId(network.NfsUser))
            .Add("group", NumericId(network.NfsGroup));

    private static string Url(StorageSource source, NetworkStorage network)
    {
        var host = OnlyHost(network);
        var path = source.Path is null || source.Path.StartsWith('/') ? source.Path : "/" + source.Path;
        var query = network.Query is null ? "" : "?" + network.Query;
        return string.Create(
            CultureInfo.InvariantCulture,
            $"{network.Protocol.ToXml()}://{Bracketed(host.Name!)}:{host.Port}{path}{query}");
    }

    private static StorageHost OnlyHost(NetworkStorage network) => network.Hosts.Count == 1
        ? network.Hosts[0]
        : throw ConfigurationError.Internal($"{network.Protocol.ToXml()} protocol accepts only one host");

    private static QemuProperties Address(StorageHost host) => host.Transport switch
    {
        StorageTransport.Tcp => new QemuProperties()
            .Add("type", "inet")
            .Add("host", host.Name)
            .Add("port", host.Port.ToString(CultureInfo.InvariantCulture)),
        StorageTransport.Unix => new QemuProperties().Add("type", "unix").Add("path", host.Socket),
        _ => throw ConfigurationError.Internal(
            $"transport protocol '{host.Transport.ToXml()}' is not yet supported"),
    };

    private static QemuProperties InetAddress(StorageHost host) => host.Transport == StorageTransport.Tcp
        ? new QemuProperties()
            .Add("host", host.Name)
            .Add("port", host.Port.ToString(CultureInfo.InvariantCulture))
        : throw ConfigurationError.Internal("only TCP protocol can be converted to InetSocketAddress");

    private static (string? Volume, string? Path) SplitVolume(string? path)
    {
        var slash = path?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash < 0 ? (null, path) : (path![..slash], path[(slash + 1)..]);
    }

    private static string Bracketed(string host) =>
        IPAddress.TryParse(host, out var address) && address.AddressFamily == AddressFamily.InterNetworkV6
            ? $"[{host}]"
            : host;

    // libvirt writes +N for a number; a name would be looked up on the host.
    private static long? NumericId(string? name) => name is null
        ? null
        : long.TryParse(name.TrimStart('+'), CultureInfo.InvariantCulture, out var id)
            ? id
            : throw ConfigurationError.InvalidArgument($"Failed to parse user or group '{name}': a number is wanted");
}
