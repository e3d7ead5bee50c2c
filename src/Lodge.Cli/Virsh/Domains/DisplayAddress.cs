using System.Net;
using System.Text;
using System.Xml.Linq;
using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Where the screens of a domain can be reached, as a viewer takes it.</summary>
/// <param name="domain">The domain's definition.</param>
/// <param name="connectionUri">The connection, whose host stands for "listens everywhere".</param>
internal sealed class DisplayAddress(XElement domain, string connectionUri)
{
    private const int FirstVncPort = 5900;

    /// <summary>The kinds of screen, in the order in which they are looked for.</summary>
    internal static readonly string[] Schemes = ["vnc", "spice", "rdp", "dbus"];

    /// <summary>The address of the screen of a kind, or null when the domain has none.</summary>
    internal string? Of(string scheme)
    {
        var graphics = domain.All("devices/graphics").FirstOrDefault(graphics => graphics.Get("@type") == scheme);
        if (graphics is null)
        {
            return null;
        }

        return scheme == "dbus" ? DBus(graphics) : Network(scheme, graphics);
    }

    private static string? DBus(XElement graphics)
    {
        const string Prefix = "unix:path=";
        return graphics.Get("@address") switch
        {
            null => null,
            var address when address.StartsWith(Prefix, StringComparison.Ordinal) =>
                "dbus+unix://" + address[Prefix.Length..],
            var address => throw new CommandFailure($"'{address}' D-Bus address is not handled"),
        };
    }

    private static int Number(string? text) => int.TryParse(text, out var number) ? number : 0;

    private string? Network(string scheme, XElement graphics)
    {
        var port = Number(graphics.Get("@port"));
        var tlsPort = Number(graphics.Get("@tlsPort"));
        var socket = graphics.Get("listen/@type") == "socket" ? graphics.Get("listen/@socket") : null;
        if (port == 0 && tlsPort == 0 && socket is null)
        {
            return null;
        }

        var password = graphics.Get("@passwd");
        var text = new StringBuilder(scheme).Append(socket is null ? "://" : "+unix://");
        if (scheme == "vnc" && password is not null)
        {
            text.Append($":{password}@");
        }

        text.Append(socket ?? Host(graphics));
        if (port != 0)
        {
            text.Append($":{(scheme == "vnc" ? port - FirstVncPort : port)}");
        }

        var query = (tlsPort == 0 ? "" : $"&tls-port={tlsPort}")
            + (scheme == "spice" && password is not null ? $"&password={password}" : "");
        return text.Append(query.Length == 0 ? "" : "?" + query[1..]).ToString();
    }

    private string Host(XElement graphics)
    {
        string? host;
        if (graphics.Get("@listen") is { } listen)
        {
            var everywhere = IPAddress.TryParse(listen, out var address)
                && (address.Equals(IPAddress.Any) || address.Equals(IPAddress.IPv6Any));
            host = everywhere ? ConnectionHost() : listen;
        }
        else
        {
            host = graphics.Get("listen/@address");
        }

        return host switch
        {
            null => "localhost",
            _ when host.Contains(':', StringComparison.Ordinal) => $"[{host}]",
            _ => host,
        };
    }

    private string? ConnectionHost() =>
        Uri.TryCreate(connectionUri, UriKind.Absolute, out var uri) && uri.Host.Length > 0 ? uri.Host : null;
}
