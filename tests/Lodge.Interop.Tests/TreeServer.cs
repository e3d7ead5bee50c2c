using System.Diagnostics;

namespace Lodge.Interop.Tests;

/// <summary>A web server with a folder, on this machine alone.</summary>
internal sealed class TreeServer : IDisposable
{
    private readonly Process _process;

    private TreeServer(Process process, string url) => (_process, Url) = (process, url);

    /// <summary>Its address.</summary>
    public string Url { get; }

    /// <summary>Starts one; returns when it serves.</summary>
    public static async Task<TreeServer> StartAsync(string folder)
    {
        var process = Process.Start(new ProcessStartInfo(
            "/usr/bin/python3", ["-u", "-m", "http.server", "0", "--bind", "127.0.0.1", "--directory", folder])
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        process.ErrorDataReceived += static (_, _) => { };
        process.BeginErrorReadLine();
        // "Serving HTTP on 127.0.0.1 port 41235 (http://127.0.0.1:41235/) ..."
        var said = await process.StandardOutput.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(60)) ?? "";
        var start = said.IndexOf("(http", StringComparison.Ordinal) + 1;
        return new TreeServer(process, said[start..said.IndexOf(')', StringComparison.Ordinal)].TrimEnd('/'));
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
