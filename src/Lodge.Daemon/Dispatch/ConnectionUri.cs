using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Dispatch;

/// <summary>The names under which the daemon's connection can be opened.</summary>
/// <remarks>Source: libvirt, <c>docs/uri.rst</c>, and the checks of <c>virConnectOpen</c> and
/// <c>virConnectValidateURIPath</c>.</remarks>
internal static class ConnectionUri
{
    /// <summary>Checks a name.</summary>
    /// <param name="name">What the client asks for; null or empty for the daemon's own choice.</param>
    /// <param name="isSession">Whether the daemon is one user's own.</param>
    /// <returns>The name that the connection has from now on.</returns>
    /// <exception cref="VirException">No driver of that name is here (VIR_ERR_NO_CONNECT), the name is none
    /// (VIR_ERR_INTERNAL_ERROR), or its path is not one of QEMU's (VIR_ERR_INTERNAL_ERROR).</exception>
    public static string Resolve(string? name, bool isSession)
    {
        if (string.IsNullOrEmpty(name))
        {
            return isSession ? "qemu:///session" : "qemu:///system";
        }

        if (!Uri.TryCreate(name, UriKind.Absolute, out var uri))
        {
            throw name.Contains(':', StringComparison.Ordinal)
                ? new VirException(
                    VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_URI, $"Unable to parse URI {name}")
                : NotHere($"URI '{name}' does not include a driver name");
        }

        if (uri.Scheme != "qemu" || uri.Host.Length > 0)
        {
            throw NotHere(name);
        }

        CheckPath(uri.AbsolutePath is "/" && !name.EndsWith('/') ? "" : uri.AbsolutePath, isSession);
        return name;
    }

    private static void CheckPath(string path, bool isSession)
    {
        // libvirtd lets root open /session too, on its one system daemon.
        var known = isSession ? path == "/session" : path is "/system" or "/session";
        if (!known)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"unexpected qemu URI path '{path}', try qemu:///{(isSession ? "session" : "system")}");
        }
    }

    private static VirException NotHere(string detail) =>
        new(VirErrorNumber.VIR_ERR_NO_CONNECT, VirErrorDomain.VIR_FROM_NONE, detail);
}
