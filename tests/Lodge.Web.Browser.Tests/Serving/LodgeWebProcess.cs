using System.Diagnostics;
using System.Runtime.InteropServices;
using Lodge.Testing;

namespace Lodge.Web.Browser.Tests.Serving;

/// <summary>
/// A real <c>lodge-web</c> with all its state below a folder of its own. Its one password is <c>right</c>, by a PAM
/// service of its own.
/// </summary>
public sealed class LodgeWebProcess : IAsyncDisposable
{
    /// <summary>The password that is right.</summary>
    public const string Password = "right";

    private const int Terminate = 15;
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(30);
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("w");
    private readonly string[] _arguments;
    private Process? _process;

    private LodgeWebProcess(string[] arguments) => _arguments = arguments;

    /// <summary>Where it serves.</summary>
    public string Address { get; private set; } = "";

    /// <summary>Its process number.</summary>
    public int Pid => _process!.Id;

    /// <summary>Starts one that manages a hypervisor, and returns when it serves.</summary>
    /// <param name="uri">The hypervisor.</param>
    /// <param name="more">Further arguments.</param>
    public static async Task<LodgeWebProcess> StartAsync(string uri, params string[] more)
    {
        var web = new LodgeWebProcess(["--connect", uri, .. more]);
        try
        {
            await web.StartAgainAsync("127.0.0.1:0");
            return web;
        }
        catch
        {
            await web.DisposeAsync();
            throw;
        }
    }

    /// <summary>Stops it and starts it again, where it was.</summary>
    public async Task RestartAsync()
    {
        await StopAsync();
        await StartAgainAsync(new Uri(Address).Authority);
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await StopAsync();
        _folder.Delete(recursive: true);
    }

    private async Task StartAgainAsync(string listen)
    {
        var start = new ProcessStartInfo(
            Checkout.ProgramPath("lodge-web"),
            ["--listen", listen, "--state", Path.Combine(_folder.FullName, "state"), "--pam-directory", Pam(),
             .. _arguments])
        {
            RedirectStandardOutput = true, RedirectStandardInput = true,
        };
        // The runtime that runs the tests is the one that is there for certain.
        start.Environment["DOTNET_ROOT"] =
            Path.GetFullPath(Path.Combine(RuntimeEnvironment.GetRuntimeDirectory(), "..", "..", ".."));
        _process = Process.Start(start)!;
        var line = await _process.StandardOutput.ReadLineAsync().WaitAsync(LongEnough);
        Address = line?.Split(' ')[^1] ?? throw new InvalidOperationException("lodge-web did not begin to serve");
    }

    private string Pam()
    {
        var check = Path.Combine(_folder.FullName, "check");
        File.WriteAllText(check, $"#!/bin/sh\nread -r p; [ \"$p\" = {Password} ]\n");
        File.SetUnixFileMode(check, (UnixFileMode)0b111_101_101);
        var folder = _folder.CreateSubdirectory("pam").FullName;
        File.WriteAllText(
            Path.Combine(folder, "lodge-web"),
            $"auth required pam_exec.so expose_authtok quiet {check}\naccount required pam_permit.so\n");
        return folder;
    }

    private async Task StopAsync()
    {
        if (_process is null) return;
        if (!_process.HasExited) _ = kill(_process.Id, Terminate);
        await _process.WaitForExitAsync().WaitAsync(LongEnough);
        _process.Dispose();
        _process = null;
    }

    [DllImport("libc")]
    private static extern int kill(int pid, int signal);
}
