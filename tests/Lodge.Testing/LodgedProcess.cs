using System.Diagnostics;
using System.Runtime.InteropServices;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Testing;

/// <summary>A real <c>lodged</c> with all its state below a folder of its own, which goes with it.</summary>
public sealed class LodgedProcess : IAsyncDisposable
{
    private const string Serve =
        "root=$1 log=$2; shift 2; exec env \"$@\" \"$0\" --root \"$root\" --ready-fd 3 3>&1 >>\"$log\" 2>&1";
    private const int Kill9 = 9;
    private const int Terminate = 15;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);
    private readonly string[] _environment;
    private Process? _process;
    private SafeFileHandle? _network;

    private LodgedProcess(string root, string[] environment) => (Root, _environment) = (root, environment);

    /// <summary>The folder that holds all of its state.</summary>
    public string Root { get; }

    /// <summary>The socket that clients use.</summary>
    public string Socket => Path.Combine(Root, "run", "libvirt", "libvirt-sock");

    /// <summary>The connection name for stock clients and ours.</summary>
    public string Uri => $"qemu+unix:///system?socket={Socket}";

    /// <summary>
    /// The network namespace of root's daemon, for <c>nsenter --net=</c>; null before the first start.
    /// </summary>
    public string? NetworkPath =>
        _network is null ? null : $"/proc/{Environment.ProcessId}/fd/{_network.DangerousGetHandle()}";

    /// <summary>Process number of the running daemon.</summary>
    public int Pid => _process?.Id ?? throw new InvalidOperationException("lodged does not run");

    /// <summary>Starts one and returns when it serves.</summary>
    /// <param name="root">The folder for its state; null takes a new one.</param>
    /// <param name="environment">Its environment beside ours, as <c>NAME=VALUE</c>.</param>
    public static Task<LodgedProcess> StartAsync(string? root = null, params string[] environment) =>
        StartAsync(root, "", environment);

    /// <summary>Starts one as root on another host than this, and returns when it serves.</summary>
    /// <param name="commands">Commands of a shell that make the other host, in a network and mounts of its
    /// own.</param>
    public static Task<LodgedProcess> StartOnHostAsync(string commands) => StartAsync(null, commands, []);

    private static async Task<LodgedProcess> StartAsync(string? root, string host, string[] environment)
    {
        // Short, as the path of a socket has 107 characters in all.
        var lodged = new LodgedProcess(root ?? Directory.CreateTempSubdirectory("l").FullName, environment);
        File.SetUnixFileMode(
            lodged.Root,
            UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
                | UnixFileMode.GroupRead | UnixFileMode.GroupExecute
                | UnixFileMode.OtherRead | UnixFileMode.OtherExecute);
        await lodged.StartAgainAsync(host);
        return lodged;
    }

    /// <summary>Starts it over the state it left; returns when it serves.</summary>
    public Task StartAgainAsync() => StartAgainAsync("");

    private async Task StartAgainAsync(string host)
    {
        var log = Path.Combine(Root, "stderr");
        // Root's daemon has a network of its own: bridges of several would meet on the machine's.
        string[] shell = !Environment.IsPrivilegedProcess ? ["/bin/sh", "-c", Serve]
            : NetworkPath is { } network ? ["nsenter", $"--net={network}", "/bin/sh", "-c", Serve]
            : host.Length > 0 ? ["unshare", "--net", "--mount", "/bin/sh", "-c", $"ip link set lo up\n{host}\n{Serve}"]
            : ["unshare", "--net", "/bin/sh", "-c", "ip link set lo up; " + Serve];
        var start = new ProcessStartInfo(
            shell[0], [.. shell[1..], Checkout.ProgramPath("lodged"), Root, log, .. _environment])
        {
            RedirectStandardOutput = true,
        };
        _process = Process.Start(start)!;
        try
        {
            var ready = new byte[1];
            if (await _process.StandardOutput.BaseStream.ReadAsync(ready).AsTask().WaitAsync(LongEnough) != 1)
            {
                throw new InvalidOperationException(
                    $"lodged did not begin to serve: {await File.ReadAllTextAsync(log)}");
            }

            // Held open, it outlives the daemon: the next one finds its bridges and filters.
            if (Environment.IsPrivilegedProcess)
                _network ??= File.OpenHandle($"/proc/{_process.Id}/ns/net", share: FileShare.ReadWrite);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            throw new TimeoutException($"lodged did not begin to serve in time: {await File.ReadAllTextAsync(log)}");
        }
    }

    /// <summary>Ends the daemon as a crash would, at once and without warning. Guests go on.</summary>
    public Task CrashAsync() => EndAsync(Kill9);

    /// <summary>Asks the daemon to stop, and waits until it has. Guests go on.</summary>
    public Task StopAsync() => EndAsync(Terminate);

    /// <summary>Runs a client program on this daemon: stock's or ours, by path, with <c>-c URI</c> put first.</summary>
    public Task<ProgramRun> RunAsync(string virsh, params string[] arguments) =>
        ProgramRun.OfAsync(virsh, ["-c", Uri, .. arguments]);

    /// <summary>The processes whose command line names something in this daemon's folder: QEMU, swtpm.</summary>
    public IReadOnlyList<int> Processes()
    {
        var found = new List<int>();
        foreach (var folder in Directory.EnumerateDirectories("/proc"))
        {
            if (int.TryParse(Path.GetFileName(folder), out var pid) && Names(folder))
            {
                found.Add(pid);
            }
        }

        return found;
    }

    /// <summary>Those of them that are there for guests: all but the DHCP servers of networks.</summary>
    public IReadOnlyList<int> GuestProcesses() => [.. Processes().Where(pid => Command(pid) != "dnsmasq")];

    /// <summary>Ends the daemon and everything that it started.</summary>
    public async Task EndAllAsync()
    {
        await CrashAsync();
        // Again until none is left: a program that was just being started has children that were not there to be seen.
        for (var left = Processes(); left.Count > 0; left = Processes())
        {
            foreach (var pid in left)
            {
                _ = kill(pid, Kill9);
            }
        }

        _network?.Dispose();
    }

    /// <summary>Ends the daemon and every guest, and removes the folder.</summary>
    public async ValueTask DisposeAsync()
    {
        await EndAllAsync();
        Directory.Delete(Root, recursive: true);
    }

    private static string Command(int pid)
    {
        try
        {
            return File.ReadAllText($"/proc/{pid}/comm").Trim();
        }
        catch (IOException)
        {
            return "";
        }
    }

    private bool Names(string process)
    {
        try
        {
            return File.ReadAllText(Path.Combine(process, "cmdline")).Contains(Root, StringComparison.Ordinal);
        }
        catch (IOException)
        {
            return false;
        }
    }

    private async Task EndAsync(int signal)
    {
        if (_process is null)
        {
            return;
        }

        _ = kill(_process.Id, signal);
        await _process.WaitForExitAsync().WaitAsync(LongEnough);
        _process.Dispose();
        _process = null;
    }

    [DllImport("libc")]
    private static extern int kill(int pid, int signal);
}
