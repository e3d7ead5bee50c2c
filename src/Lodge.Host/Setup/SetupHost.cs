using Lodge.Host.Facts;
using Lodge.Host.Programs;

namespace Lodge.Host.Setup;

/// <summary>The host that is made ready: this one, or one that is installed below a folder.</summary>
public sealed class SetupHost
{
    private static readonly string[] Folders = ["/usr/sbin", "/usr/bin", "/sbin", "/bin", "/usr/libexec"];

    private readonly Func<SetupCommand, CancellationToken, Task<ProgramOutcome>> _run;

    /// <summary>A host below a folder, in which its own programs are run.</summary>
    /// <param name="root">The folder; <c>/</c> for this host.</param>
    /// <param name="run">Runs programs instead; null to run them.</param>
    public SetupHost(string root, Func<SetupCommand, CancellationToken, Task<ProgramOutcome>>? run = null)
    {
        ArgumentException.ThrowIfNullOrEmpty(root);
        Root = root;
        Files = new HostFiles(root);
        _run = run ?? RunInRootAsync;
    }

    /// <summary>The folder that stands for <c>/</c>.</summary>
    public string Root { get; }

    /// <summary>Its files.</summary>
    public HostFiles Files { get; }

    /// <summary>Whether it is the host that this program runs on, with its kernel and services.</summary>
    public bool IsThis => Root == "/";

    /// <summary>Whether systemd runs its services.</summary>
    public bool HasSystemd => IsThis && Files.Exists("/run/systemd/system");

    /// <summary>Whether a program is installed.</summary>
    /// <param name="name">Its name.</param>
    public bool Has(string name) => Array.Exists(Folders, folder => Files.Exists($"{folder}/{name}"));

    /// <summary>Runs a program to its end.</summary>
    /// <param name="command">The program.</param>
    /// <param name="cancellation">Kills it.</param>
    public Task<ProgramOutcome> RunAsync(SetupCommand command, CancellationToken cancellation) =>
        _run(command, cancellation);

    /// <summary>Whether a program ends well.</summary>
    /// <param name="program">The program.</param>
    /// <param name="cancellation">Kills it.</param>
    /// <param name="arguments">Its arguments.</param>
    public async Task<bool> SucceedsAsync(
        string program, CancellationToken cancellation, params string[] arguments) =>
        (await _run(new SetupCommand(program, arguments), cancellation)).IsSuccess;

    private Task<ProgramOutcome> RunInRootAsync(SetupCommand command, CancellationToken cancellation)
    {
        var quiet = new Dictionary<string, string> { ["DEBIAN_FRONTEND"] = "noninteractive" };
        return IsThis
            ? HostProgram.RunAsync(command.Program, command.Arguments, quiet, command.Input, cancellation)
            : HostProgram.RunAsync(
                "chroot", [Root, command.Program, .. command.Arguments], quiet, command.Input, cancellation);
    }
}
