using Lodge.Protocol.Errors;

namespace Lodge.Client.Uri;

/// <summary>Finds the name that is meant where none, or a short one, is given.</summary>
internal static class ConnectionName
{
    /// <summary>The whole name, or null where the server is to choose.</summary>
    /// <exception cref="VirException">The configuration cannot be read.</exception>
    public static string? Resolve(string? uri, ConnectionOptions options)
    {
        if (string.IsNullOrEmpty(uri))
        {
            uri = Environment.GetEnvironmentVariable("LIBVIRT_DEFAULT_URI");
        }

        if (string.IsNullOrEmpty(uri))
        {
            return ClientConfiguration.Load().DefaultUri;
        }

        var isWhole = options.NoAliases || uri.Contains(':', StringComparison.Ordinal);
        return isWhole ? uri : ClientConfiguration.Load().FindAlias(uri) ?? uri;
    }

    /// <summary>Refuses <c>qemu://system</c>, in which a slash is missing.</summary>
    /// <exception cref="VirException">A slash is missing.</exception>
    public static void RefuseMissingSlash(string text, ConnectionUri uri)
    {
        if (uri.Driver == uri.Scheme && uri.Scheme is "qemu" or "vbox" or "vz" && uri.Server is "session" or "system")
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_NONE,
                $"invalid URI {text} (maybe you want {uri.Scheme}:///{uri.Server})");
        }
    }
}
