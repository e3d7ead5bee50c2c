using System.Diagnostics;
using System.Runtime.InteropServices;
using Lodge.Testing;

namespace Lodge.Daemon.Tests.Program;

/// <summary>The daemon's program as it was built with these tests, serving a folder of its own.</summary>
internal sealed partial class RunningDaemon : IAsyncDisposable
{
    public const int Terminate = 15;
    public const int HangUp = 1;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(60);

    // The ready line goes where the test reads; all else goes to a file.
    private const string Outlets = " 9>&1 >\"$1/out\" 2>&1";
    private const string Plain = "exec \"$0\" --root \"$1\" --verbose --ready-fd 9";

    private readonly Process _process;

    private RunningDaemon(string root, Process process)
    {
        Root = root;
        _process = process;
    }

    public static string Path => System.IO.Path.Combine(AppContext.BaseDirectory, "lodged");

    public string Root { get; }

    public int Id => _process.Id;

    public string Sockets => System.IO.Path.Combine(Root, "run", "libvirt");

    public string Log => System.IO.Path.Combine(Root, "var", "log", "lodge", "lodged.log");

    public string Uri => $"qemu+unix:///system?socket={Sockets}/libvirt-sock";

    public string ReadOnlyUri => $"qemu+unix:///system?socket={Sockets}/libvirt-sock-ro";

    public static async Task<RunningDaemon> StartAsync(
        string? root = null, string? command = null, params (string, string)[] variables)
    {
        root ??= Directory.CreateTempSubdirectory("l").FullName;
        // A folder of networks that is there already is one without the default network: nothing is made on the host.
        Directory.CreateDirectory(System.IO.Path.Combine(root, "etc", "qemu", "networks"));
        var start = new ProcessStartInfo("/bin/sh")
        {
            ArgumentList = { "-c", (command ?? Plain) + Outlets, Path, root },
            RedirectStandardOutput = true,
        };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        var process = Process.Start(start)!;
        var ready = new byte[1];
        var count = await process.StandardOutput.BaseStream.ReadAsync(ready).AsTask().WaitAsync(Patience);
        Assert.True(count == 1, File.ReadAllText(System.IO.Path.Combine(root, "out")));
        return new RunningDaemon(root, process);
    }

    public void Signal(int signal) => Assert.Equal(0, Kill(_process.Id, signal));

    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(Patience);
        return _process.ExitCode;
    }

    public async Task<string> VirshAsync(params string[] words)
    {
        var run = await ProgramRun.OfAsync("/usr/bin/virsh", ["-c", Uri, .. words]);
        Assert.True(run.ExitCode == 0, run.Errors);
        return run.Output.Trim();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            _process.Kill();
            await _process.WaitForExitAsync();
        }

        _process.Dispose();
        Directory.Delete(Root, true);
    }

    [LibraryImport("libc", EntryPoint = "kill")]
    private static partial int Kill(int process, int signal);
}
