using Lodge.Model.Domain;

namespace Lodge.Storage.Chains;

/// <summary>Images named by the old forms of NBD and RBD: <c>nbd:host:port</c>, <c>rbd:pool/image:conf=…</c>.</summary>
internal static class BackingColon
{
    private const string ExportName = ":exportname=";
    private const string Snapshot = "@";

    public static StorageSource Parse(string text)
    {
        var name = text[..text.IndexOf(':', StringComparison.Ordinal)];
        if (!StorageProtocolNames.Table.TryParse(name, out var protocol) || protocol == StorageProtocol.None)
        {
            throw StorageError.Internal($"invalid backing protocol '{name}'");
        }

        return protocol switch
        {
            StorageProtocol.Nbd => Nbd(text),
            StorageProtocol.Rbd => Rbd(text),
            StorageProtocol.Sheepdog => throw StorageError.Internal(
                $"backing store parser is not implemented for protocol {name}"),
            _ => throw StorageError.Internal($"malformed backing store path for protocol {name}"),
        };
    }

    /// <summary>An image of a Ceph cluster.</summary>
    public static StorageSource Rbd(string text)
    {
        var rest = text.StartsWith("rbd:", StringComparison.Ordinal) ? text[4..] : text;
        var pieces = SplitUnescaped(rest, ':');
        var network = new NetworkStorage { Protocol = StorageProtocol.Rbd };
        var image = pieces[0];
        var at = image.IndexOf(Snapshot, StringComparison.Ordinal);
        if (at >= 0) (image, network.Snapshot) = (image[..at], image[(at + 1)..]);
        foreach (var option in pieces.Skip(1))
        {
            if (option.StartsWith("conf=", StringComparison.Ordinal)) network.ConfigFile = option[5..];
            if (option.StartsWith("mon_host=", StringComparison.Ordinal)) AddMonitors(network, option[9..]);
        }

        return new StorageSource { Type = StorageType.Network, Path = image, Network = network };
    }

    private static void AddMonitors(NetworkStorage network, string text)
    {
        foreach (var one in text.Split(["\\,", "\\;", "\\ "], StringSplitOptions.RemoveEmptyEntries))
        {
            var bracket = one.IndexOf(']', StringComparison.Ordinal);
            var colon = one.IndexOf("\\:", Math.Max(bracket, 0), StringComparison.Ordinal);
            var name = colon < 0 ? one : one[..colon];
            network.Hosts.Add(new StorageHost
            {
                Name = name.Trim('[', ']').Replace("\\:", ":", StringComparison.Ordinal),
                Port = colon < 0 ? 0 : StoragePorts.Parse(one[(colon + 2)..], StorageProtocol.Rbd),
            });
        }
    }

    private static StorageSource Nbd(string text)
    {
        var rest = text["nbd:".Length..];
        var mark = rest.IndexOf(ExportName, StringComparison.Ordinal);
        var export = mark < 0 ? null : rest[(mark + ExportName.Length)..];
        if (mark >= 0) rest = rest[..mark];
        var network = new NetworkStorage { Protocol = StorageProtocol.Nbd };
        network.Hosts.Add(NbdHost(text, rest));
        return new StorageSource { Type = StorageType.Network, Path = export, Network = network };
    }

    private static StorageHost NbdHost(string text, string place)
    {
        const string UnixPrefix = "unix:";
        if (place.StartsWith(UnixPrefix, StringComparison.Ordinal))
        {
            return place.Length > UnixPrefix.Length
                ? new StorageHost { Transport = StorageTransport.Unix, Socket = place[UnixPrefix.Length..] }
                : throw Malformed(text);
        }

        var isBracketed = place.StartsWith('[');
        var end = isBracketed
            ? place.IndexOf("]:", StringComparison.Ordinal) + 1
            : place.IndexOf(':', StringComparison.Ordinal);
        var name = end > 0 ? place[..end].Trim('[', ']') : "";
        return name.Length > 0
            ? new StorageHost { Name = name, Port = StoragePorts.Parse(place[(end + 1)..], StorageProtocol.Nbd) }
            : throw Malformed(text);
    }

    private static Protocol.Errors.VirException Malformed(string text) =>
        StorageError.Internal($"malformed nbd string '{text}'");

    private static List<string> SplitUnescaped(string text, char separator)
    {
        var pieces = new List<string>();
        var start = 0;
        for (var index = 0; index < text.Length; index++)
        {
            if (text[index] == '\\') index++;
            else if (text[index] == separator)
            {
                pieces.Add(text[start..index]);
                start = index + 1;
            }
        }

        pieces.Add(text[start..]);
        return pieces;
    }
}
