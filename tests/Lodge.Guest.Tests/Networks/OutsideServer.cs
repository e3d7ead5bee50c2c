using System.Diagnostics;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Networks;

/// <summary>
/// A web server in a network of its own, which the daemon's host reaches and guests reach by way of it alone.
/// </summary>
internal sealed class OutsideServer : IDisposable
{
    /// <summary>Where it serves.</summary>
    public const string Address = "203.0.113.2";

    /// <summary>Asks it over IPv4, until it serves; prints what it says.</summary>
    public const string Ask = $"""
        for i in $(seq 50); do
        python3 -c 'import urllib.request as r; print(r.urlopen("http://{Address}:8000/hello", timeout=3).read())' && exit 0
        sleep 0.2; done; exit 1
        """;

    /// <summary>Asks it over IPv6, until it serves; prints what it says.</summary>
    public const string Ask6 = """
        for i in $(seq 50); do
        python3 -c 'import urllib.request as r; print(r.urlopen("http://[2001:db8:1::2]:8000/hello", timeout=3).read())' &&
        exit 0; sleep 0.2; done; exit 1
        """;

    private readonly Process _process;
    private readonly string _folder;

    private OutsideServer(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>What it was asked, line by line, each beginning with who asked.</summary>
    public string Served => File.ReadAllText(Path.Combine(_folder, "served"));

    /// <summary>What it was asked over IPv6.</summary>
    public string Served6 => File.ReadAllText(Path.Combine(_folder, "served6"));

    /// <summary>Connects from there to port 8000 of a machine, until it serves or two seconds are over.</summary>
    /// <returns>Whether it could.</returns>
    public async Task<bool> ConnectAsync(string address)
    {
        var script = $"""
            for i in $(seq 10); do
            python3 -c 'import socket; socket.create_connection(("{address}", 8000), 2)' && exit 0
            sleep 0.2; done; exit 1
            """;
        return (await ProgramRun.OfAsync(
            "nsenter", [$"--net=/proc/{_process.Id}/ns/net", "sh", "-c", script])).ExitCode == 0;
    }

    /// <summary>Starts it beside a daemon.</summary>
    public static OutsideServer Start(LodgedProcess lodged)
    {
        var folder = Directory.CreateDirectory(Path.Combine(lodged.Root, "outside")).FullName;
        File.WriteAllText(Path.Combine(folder, "hello"), "hello from outside\n");
        var script = Path.Combine(AppContext.BaseDirectory, "Clients", "outside.sh");
        var process = Process.Start("/bin/sh", [script, lodged.NetworkPath!, folder, $"{lodged.Pid}"]);
        return new OutsideServer(process, folder);
    }

    public void Dispose()
    {
        _process.Kill(entireProcessTree: true);
        _process.WaitForExit();
        _process.Dispose();
    }
}
