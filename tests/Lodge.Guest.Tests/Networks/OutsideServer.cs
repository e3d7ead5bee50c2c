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

    private readonly Process _process;
    private readonly string _folder;

    private OutsideServer(Process process, string folder) => (_process, _folder) = (process, folder);

    /// <summary>What it was asked, line by line, each beginning with who asked.</summary>
    public string Served => File.ReadAllText(Path.Combine(_folder, "served"));

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
