using System.Diagnostics;
using Lodge.Client.Rpc;
using Lodge.Protocol.Errors;

namespace Lodge.Client;

/// <summary>The daemon of one user: where its socket is, and its start when it is needed.</summary>
internal static class SessionDaemon
{
    /// <summary>
    /// Where the user's sockets are: <c>$XDG_RUNTIME_DIR/libvirt</c>, or in the cache where there is none.
    /// </summary>
    public static string RuntimeFolder => Path.Combine(
        NonEmpty("XDG_RUNTIME_DIR")
            ?? NonEmpty("XDG_CACHE_HOME")
            ?? Path.Combine(NonEmpty("HOME") ?? "/", ".cache"),
        "libvirt");

    /// <summary>Whether it may be started: LIBVIRT_AUTOSTART=0 forbids it.</summary>
    public static bool MayStart => Environment.GetEnvironmentVariable("LIBVIRT_AUTOSTART") != "0";

    /// <summary>Starts the daemon and waits until it serves.</summary>
    /// <exception cref="VirException">It is not installed, or it did not start.</exception>
    public static async ValueTask StartAsync(CancellationToken cancellationToken)
    {
        var program = Find();
        var start = new ProcessStartInfo(program) { RedirectStandardOutput = true };
        foreach (var argument in (string[])["--session", "--timeout=120", "--ready-fd", "1"])
        {
            start.ArgumentList.Add(argument);
        }

        using var daemon = Process.Start(start)
            ?? throw Failed(program, "it did not start");

        // A daemon that ends without the line has lost the race against another one, or has said why on standard error.
        await daemon.StandardOutput.ReadLineAsync(cancellationToken).ConfigureAwait(false);
    }

    private static string Find()
    {
        if (NonEmpty("LIBVIRTD_PATH") is { } named)
        {
            return named;
        }

        var folders = new List<string> { AppContext.BaseDirectory };
        folders.AddRange((NonEmpty("PATH") ?? "").Split(':', StringSplitOptions.RemoveEmptyEntries));
        folders.AddRange(["/usr/sbin", "/usr/bin", "/usr/local/sbin", "/usr/local/bin"]);
        return folders.Select(folder => Path.Combine(folder, "lodged")).FirstOrDefault(File.Exists)
            ?? throw Failed("lodged", "it is neither beside this program nor in PATH; install it or set LIBVIRTD_PATH");
    }

    private static string? NonEmpty(string variable) =>
        Environment.GetEnvironmentVariable(variable) is { Length: > 0 } value ? value : null;

    private static VirException Failed(string program, string why) => RpcFault.Of(
        VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"cannot start the session daemon {program}: {why}");
}
