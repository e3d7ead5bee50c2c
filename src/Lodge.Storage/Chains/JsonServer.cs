using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>A server's address, as QEMU describes it (<c>SocketAddress</c>, <c>InetSocketAddress</c>).</summary>
internal static class JsonServer
{
    private const string Missing = "missing remote server specification in JSON backing volume definition";

    public static StorageHost Of(JsonTree? node, StorageProtocol protocol)
    {
        if (node is null) throw StorageError.Argument(Missing);
        var type = node.TextOf("type")
            ?? throw StorageError.Argument("missing socket address type in JSON backing volume definition");
        return type switch
        {
            "tcp" or "inet" => OfInternet(node, protocol),
            "unix" => new StorageHost
            {
                Transport = StorageTransport.Unix,
                Socket = node.TextOf("path") ?? node.TextOf("socket") ?? throw StorageError.Argument(
                    "missing socket path for udp backing server in JSON backing volume definition"),
            },
            _ => throw StorageError.Internal($"backing store protocol '{type}' is not yet supported"),
        };
    }

    public static StorageHost OfInternet(JsonTree? node, StorageProtocol protocol)
    {
        if (node is null) throw StorageError.Argument(Missing);
        var name = node.TextOf("host")
            ?? throw StorageError.Argument("missing hostname for tcp backing server in JSON backing volume definition");
        return new StorageHost { Name = name, Port = StoragePorts.Parse(node.TextOf("port"), protocol) };
    }
}
