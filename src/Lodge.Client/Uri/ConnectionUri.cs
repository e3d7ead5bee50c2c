using System.Globalization;
using System.Text;
using Lodge.Protocol.Errors;

namespace Lodge.Client.Uri;

/// <summary>The name of a connection, taken apart as libvirt takes it apart (<c>virURIParse</c>).</summary>
/// <remarks>
/// <code>
/// qemu+ssh://user@host:22/system?keyfile=/key#fragment
/// driver transport  server    path    parameters
/// </code>
/// </remarks>
internal sealed record ConnectionUri
{
    /// <summary>Everything in front of <c>:</c>.</summary>
    public required string Scheme { get; init; }

    /// <summary>The part of the scheme in front of <c>+</c>: qemu, test, remote.</summary>
    public string Driver => Scheme.Split('+', 2)[0];

    /// <summary>The part of the scheme behind <c>+</c> in lower case, or null.</summary>
    public string? TransportName => Scheme.Split('+', 2) is [_, var name] ? name.ToLowerInvariant() : null;

    public string? User { get; init; }

    public string? Server { get; init; }

    /// <summary>The port, or 0.</summary>
    public int Port { get; init; }

    public string Path { get; init; } = "";

    public string? Fragment { get; init; }

    public IReadOnlyList<KeyValuePair<string, string>> Parameters { get; init; } = [];

    /// <summary>The last value of a parameter, or null; names are compared without case.</summary>
    public string? Parameter(string name) =>
        Parameters.LastOrDefault(pair => pair.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    /// <summary>Takes a name apart.</summary>
    /// <exception cref="VirException">It is no URI.</exception>
    public static ConnectionUri Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        var scheme = colon < 0 ? "" : text[..colon];
        if (scheme.Length == 0)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_NO_CONNECT, VirErrorDomain.VIR_FROM_NONE,
                $"URI '{text}' does not include a driver name");
        }

        if (!char.IsAsciiLetter(scheme[0])
            || scheme.Any(c => !char.IsAsciiLetterOrDigit(c) && c is not ('+' or '-' or '.')))
        {
            throw Unreadable(text);
        }

        var rest = text[(colon + 1)..];
        var (beforeFragment, fragment) = Cut(rest, '#');
        var (place, query) = Cut(beforeFragment, '?');
        var authority = "";
        if (place.StartsWith("//", StringComparison.Ordinal))
        {
            var slash = place.IndexOf('/', 2);
            authority = slash < 0 ? place[2..] : place[2..slash];
            place = slash < 0 ? "" : place[slash..];
        }

        var at = authority.LastIndexOf('@');
        var (server, port) = SplitPort(authority[(at + 1)..], text);
        return new ConnectionUri
        {
            Scheme = scheme,
            User = at < 0 ? null : Unescape(authority[..at]),
            Server = server.Length == 0 ? null : Unescape(server),
            Port = port,
            Path = Unescape(place),
            Fragment = fragment,
            Parameters = query is null ? [] : ParseQuery(query),
        };
    }

    /// <summary>
    /// The name that the server is asked to open: without transport, server and the client's own parameters.
    /// </summary>
    public string ToServerName(Func<string, bool> isOurs)
    {
        var name = new StringBuilder().Append(Driver).Append(":///").Append(Path.TrimStart('/'));
        var separator = '?';
        foreach (var (key, value) in Parameters.Where(pair => !isOurs(pair.Key)))
        {
            name.Append(separator).Append(System.Uri.EscapeDataString(key)).Append('=').Append(
                System.Uri.EscapeDataString(value));
            separator = '&';
        }

        return Fragment is null ? name.ToString() : name.Append('#').Append(Fragment).ToString();
    }

    private static List<KeyValuePair<string, string>> ParseQuery(string query)
    {
        var parameters = new List<KeyValuePair<string, string>>();
        foreach (var part in query.Split('&', ';'))
        {
            var (key, value) = Cut(part, '=');
            if (key.Length > 0)
            {
                parameters.Add(new(Unescape(key), Unescape(value ?? "")));
            }
        }

        return parameters;
    }

    private static (string Server, int Port) SplitPort(string server, string text)
    {
        var bracket = server.IndexOf(']', StringComparison.Ordinal);
        var colon = server.IndexOf(':', bracket < 0 ? 0 : bracket);
        if (colon < 0)
        {
            return (server.Trim('[', ']'), 0);
        }

        return int.TryParse(server.AsSpan(colon + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var port)
            && port <= ushort.MaxValue
            ? (server[..colon].Trim('[', ']'), port)
            : throw Unreadable(text);
    }

    private static string Unescape(string text) =>
        text.Contains('%', StringComparison.Ordinal) ? System.Uri.UnescapeDataString(text) : text;

    private static (string Before, string? After) Cut(string text, char at)
    {
        var place = text.IndexOf(at, StringComparison.Ordinal);
        return place < 0 ? (text, null) : (text[..place], text[(place + 1)..]);
    }

    private static VirException Unreadable(string text) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_URI, $"Unable to parse URI {text}");
}
