using Lodge.Install.Drafts;

namespace Lodge.Install.Options.Devices;

/// <summary>A host with a port, as people write it: <c>host:port</c>, <c>:port</c>, <c>[::1]:port</c>.</summary>
internal static class HostAndPort
{
    /// <summary>Puts the two parts of a value where they belong; a port alone is one of this machine.</summary>
    public static void Set(Draft draft, string hostPath, string portPath, string? value)
    {
        var (host, port) = Split(value ?? "");
        if (port is not null) host ??= "127.0.0.1";
        draft[hostPath] = host;
        if (port is not null) draft[portPath] = OptionValue.Whole(port);
    }

    private static (string? Host, string? Port) Split(string value)
    {
        var (host, port) = (value, "");
        var bracket = value.StartsWith('[') ? value.IndexOf(']', StringComparison.Ordinal) : -1;
        if (bracket > 0)
        {
            host = value[1..bracket];
            port = value.LastIndexOf(':') is var colon && colon > bracket ? value[(colon + 1)..] : "";
        }
        else if (value.LastIndexOf(':') is var colon and >= 0)
        {
            (host, port) = (value[..colon], value[(colon + 1)..]);
        }

        return (host.Length == 0 ? null : host, port.Length == 0 ? null : port);
    }
}
