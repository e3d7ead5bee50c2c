using Lodge.Install.Drafts;

namespace Lodge.Install.Options.Storage;

/// <summary>The address of a disk on a network: <c>gluster+tcp://host:24007/volume/image</c>.</summary>
/// <param name="Scheme">The protocol.</param>
/// <param name="Transport">How its packets travel; empty where that is not said.</param>
/// <param name="Host">The server.</param>
/// <param name="Port">Its port; empty where that is not said.</param>
/// <param name="Path">The path there, with its slash.</param>
/// <param name="Query">What stands behind <c>?</c>.</param>
internal sealed record DiskUrl(
    string Scheme, string Transport, string Host, string Port, string Path, string Query)
{
    /// <summary>Takes an address apart.</summary>
    public static DiskUrl Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var (scheme, rest) = colon > 0 ? (text[..colon].ToLowerInvariant(), text[(colon + 1)..]) : ("", text);
        var authority = "";
        if (rest.StartsWith("//", StringComparison.Ordinal))
        {
            var end = rest.AsSpan(2).IndexOfAny('/', '?', '#') is var found and >= 0 ? found + 2 : rest.Length;
            (authority, rest) = (rest[2..end], rest[end..]);
            authority = authority[(authority.IndexOf('@', StringComparison.Ordinal) + 1)..];
        }

        rest = rest.Split('#', 2)[0];
        var (path, query) = rest.Split('?', 2) is [var before, var after] ? (before, after) : (rest, "");
        var (name, transport) = scheme.LastIndexOf('+') is var plus and >= 0
            ? (scheme[..plus], scheme[(plus + 1)..])
            : (scheme, "");
        var (host, port) = Server(Uri.UnescapeDataString(authority));
        return new DiskUrl(
            name, transport, host, port, Uri.UnescapeDataString(path), Uri.UnescapeDataString(query));
    }

    /// <summary>The address of a disk whose source is on a network.</summary>
    public static string Of(Draft disk)
    {
        var server = disk.All("source/host") is [var given, ..] ? given : null;
        var text = disk["source/@protocol"] ?? "unknown";
        if (server?["@transport"] is { } transport) text += "+" + transport;
        text += "://";
        if (server?["@name"] is { } name) text += server["@port"] is { } port ? $"{name}:{port}" : name;
        if ((disk["source/@name"] ?? server?["@socket"]) is not { } path) return text;
        return text + (path.StartsWith('/') ? path : "/" + path);
    }

    /// <summary>Puts it into a disk's source.</summary>
    public void Set(Draft disk)
    {
        if (Scheme.Length > 0) disk["source/@protocol"] = Scheme;
        var server = disk.All("source/host") is [var given, ..] ? given : null;
        if (Host.Length + Port.Length + Transport.Length > 0) server ??= disk.Add("source/host");
        if (Transport.Length > 0) server!["@transport"] = Transport;
        if (Host.Length > 0) server!["@name"] = Host;
        if (Port.Length > 0) server!["@port"] = OptionValue.Whole(Port);
        if (Path.Length > 0 && server?["@transport"] is not null) server["@socket"] = Path;
        else if (Path.Length > 0) disk["source/@name"] = Path.StartsWith('/') ? Path[1..] : Path;
        if (Query.Length > 0) disk["source/@query"] = Query;
    }

    private static (string Host, string Port) Server(string text)
    {
        if (text.StartsWith('[') && text.IndexOf(']', StringComparison.Ordinal) is var end and > 0)
            return (text[1..end], text[(end + 1)..].TrimStart(':'));
        return text.Split(':', 2) is [var host, var port] ? (host, port) : (text, "");
    }
}
