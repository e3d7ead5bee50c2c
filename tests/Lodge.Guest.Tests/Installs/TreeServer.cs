using System.Diagnostics;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Installs;

/// <summary>A web server on the guests' own network, with the installer's tree and a kickstart.</summary>
internal sealed class TreeServer : IDisposable
{
    private readonly Process _process;

    private TreeServer(Process process) => _process = process;

    /// <summary>Where the tree is.</summary>
    public static string Tree => "http://192.168.122.1:8000/tree";

    /// <summary>Where the kickstart is.</summary>
    public static string Kickstart => "http://192.168.122.1:8000/ks.cfg";

    /// <summary>Starts it beside a daemon; returns when it serves.</summary>
    public static async Task<TreeServer> StartAsync(LodgedProcess lodged, string kickstart)
    {
        var folder = Directory.CreateDirectory(Path.Combine(lodged.Root, "www")).FullName;
        Directory.CreateSymbolicLink(Path.Combine(folder, "tree"), TestInstaller.Tree);
        await File.WriteAllTextAsync(Path.Combine(folder, "ks.cfg"), kickstart);
        var start = new ProcessStartInfo(
            "nsenter",
            [$"--net={lodged.NetworkPath}", "/usr/bin/python3", "-u", "-m", "http.server", "8000",
             "--bind", "192.168.122.1", "--directory", folder])
        {
            RedirectStandardOutput = true,
        };
        var process = Process.Start(start)!;
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60));
        Assert.StartsWith("Serving HTTP", said, StringComparison.Ordinal);
        return new TreeServer(process);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
