using System.Text;
using Lodge.Host.Programs;
using Lodge.Model.Networks;
using Lodge.Protocol.Errors;

namespace Lodge.Network.Dnsmasq;

/// <summary>
/// The dnsmasq of one network: a process that outlives the daemon, known by its file and found again by it.
/// </summary>
public sealed class DnsmasqServer : IDisposable
{
    private const string Program = "dnsmasq";
    private const UnixFileMode Secret = UnixFileMode.UserRead | UnixFileMode.UserWrite;
    private const UnixFileMode Readable = Secret | UnixFileMode.GroupRead | UnixFileMode.OtherRead;
    private const UnixFileMode Passable = Secret | UnixFileMode.UserExecute | UnixFileMode.GroupRead
        | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(5);

    private readonly WatchedProcess _process;
    private readonly DnsmasqFiles _files;

    private DnsmasqServer(WatchedProcess process, DnsmasqFiles files) => (_process, _files) = (process, files);

    /// <summary>Its process id.</summary>
    public int ProcessId => _process.Id;

    /// <summary>Completes when it has ended, by whomever.</summary>
    public Task Exited => _process.Exited;

    /// <summary>Writes its files and starts it; it serves when this returns.</summary>
    /// <exception cref="VirException">It is not installed, or does not start; its own words are told.</exception>
    public static async Task<DnsmasqServer> StartAsync(
        NetworkDefinition network, DnsmasqFiles files, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(network);
        ArgumentNullException.ThrowIfNull(files);
        var path = HostProgram.Find(Program) ?? throw NetworkFailure.Of(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED,
            $"Cannot find '{Program}' in path: No such file or directory; install dnsmasq to start network "
            + $"'{network.Name}'");
        Directory.CreateDirectory(files.RunFolder, Passable);
        Directory.CreateDirectory(files.StateFolder, Passable);
        Write(files.Configuration, DnsmasqConfiguration.Write(network, files), Secret);
        WriteHosts(network, files);
        File.Delete(files.ProcessId);
        string[] arguments =
            [$"--conf-file={files.Configuration}", "--leasefile-ro", $"--dhcp-script={files.LeaseScript}"];
        var bridge = network.Bridge.Name!;
        var outcome = await HostProgram.RunAsync(
            path, arguments, new Dictionary<string, string> { ["VIR_BRIDGE_NAME"] = bridge }, null, cancellation);
        if (!outcome.IsSuccess)
        {
            throw NetworkFailure.Internal(
                $"Child process (VIR_BRIDGE_NAME={bridge} {path} {string.Join(' ', arguments)}) "
                + $"unexpected exit status {outcome.Status}: {outcome.Error.Trim()}");
        }

        return Find(files) ?? throw NetworkFailure.Internal($"dnsmasq of network '{network.Name}' ended at once");
    }

    /// <summary>The one that runs already; null where none does.</summary>
    public static DnsmasqServer? Find(DnsmasqFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        return WatchedProcess.OpenByFile(files.ProcessId, Program) is { } process
            ? new DnsmasqServer(process, files)
            : null;
    }

    /// <summary>Writes the hosts' files anew and has it read them: nothing is interrupted.</summary>
    public void Reload(NetworkDefinition network)
    {
        ArgumentNullException.ThrowIfNull(network);
        WriteHosts(network, _files);
        _process.Reload();
    }

    /// <summary>Ends it.</summary>
    public async Task StopAsync()
    {
        _process.Terminate();
        try
        {
            await _process.Exited.WaitAsync(Patience);
        }
        catch (TimeoutException)
        {
            _process.Kill();
            await _process.Exited;
        }

        File.Delete(_files.ProcessId);
    }

    /// <summary>Removes what it was configured by.</summary>
    public static void RemoveFiles(DnsmasqFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        foreach (var path in (string[])[files.Configuration, files.DhcpHosts, files.DnsHosts, files.ProcessId])
        {
            if (File.Exists(path)) File.Delete(path);
        }
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private static void WriteHosts(NetworkDefinition network, DnsmasqFiles files)
    {
        // dnsmasq reads these again when it is no longer root.
        Write(files.DhcpHosts, DnsmasqConfiguration.WriteDhcpHosts(network), Readable);
        Write(files.DnsHosts, DnsmasqConfiguration.WriteDnsHosts(network), Readable);
    }

    private static void Write(string path, string text, UnixFileMode mode)
    {
        var next = path + ".new";
        File.Delete(next);
        using (var file = new FileStream(next, new FileStreamOptions
        {
            Mode = FileMode.CreateNew,
            Access = FileAccess.Write,
            UnixCreateMode = mode,
        }))
        {
            file.Write(Encoding.UTF8.GetBytes(text));
        }

        File.Move(next, path, overwrite: true);
    }
}
