using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>Images of web and FTP servers, as QEMU describes them.</summary>
internal static class BackingJsonWeb
{
    public static BackingPlace Parse(JsonTree node, string driver, string text)
    {
        _ = StorageProtocolNames.Table.TryParse(driver, out var protocol);
        var url = node.TextOf("url") ?? throw StorageError.Argument("missing 'url' in JSON backing volume definition");
        var place = BackingJsonNetwork.FromUri(url, protocol);
        var network = place.Source.Network!;
        if (protocol is StorageProtocol.Https or StorageProtocol.Ftps && node["sslverify"] is { } verify)
        {
            // An old tool writes "off", which QEMU takes.
            network.SslVerify = verify.Text == "off" ? false : verify.Flag ?? throw Malformed("sslverify", text);
        }

        if (protocol is StorageProtocol.Http or StorageProtocol.Https) AddCookies(network, node, text);
        network.ReadAhead = Number(node, "readahead", text);
        network.Timeout = Number(node, "timeout", text);
        return place;
    }

    private static void AddCookies(NetworkStorage network, JsonTree node, string text)
    {
        if (node["cookie"] is not { } cookies) return;
        var list = cookies.Text ?? throw StorageError.Argument(
            $"wrong format of 'cookie' field in backing store definition '{text}'");
        foreach (var cookie in list.Split(';'))
        {
            var mark = cookie.IndexOf('=', StringComparison.Ordinal);
            if (mark < 0)
            {
                throw StorageError.Argument($"malformed http cookie '{cookie}' in backing store definition '{text}'");
            }

            network.Cookies.Add(new(cookie[..mark].TrimStart(), cookie[(mark + 1)..]));
        }
    }

    private static ulong Number(JsonTree node, string name, string text) =>
        node[name] is null ? 0
            : node.TryNumber(name, out var value) ? value
            : throw Malformed(name, text);

    private static Protocol.Errors.VirException Malformed(string field, string text) =>
        StorageError.Argument($"malformed '{field}' field in backing store definition '{text}'");
}
