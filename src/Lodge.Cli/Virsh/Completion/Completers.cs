using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Completion;

/// <summary>What the values of options can be.</summary>
internal static partial class Completers
{
    internal static Completer Commands => Fixed(static () => Lodge.Cli.Virsh.Commands.CommandTable.VisibleNames);

    internal static Completer ShutdownModes => Words("acpi", "agent", "initctl", "signal", "paravirt");

    internal static Completer LinkStates => Words("up", "down");

    internal static Completer AddressSources => Words("lease", "agent", "arp");

    internal static Completer HostnameSources => Words("agent", "lease");

    internal static Completer LifecycleTypes => Words(LifecycleNames.Types);

    internal static Completer LifecycleActions => Words(LifecycleNames.Actions);

    internal static Completer DumpFormats => Words("elf", "kdump-zlib", "kdump-lzo", "kdump-snappy", "win-dmp");

    internal static Completer DirtyRateModes => Words("page-sampling", "dirty-bitmap", "dirty-ring");

    internal static Completer SuspendTargets => Words("mem", "disk", "hybrid");

    internal static Completer DomainEvents => Words(Events.DomainEventText.Names);

    /// <summary>Files of this machine, below what was typed.</summary>
    internal static Task<IEnumerable<string>> Files(Shell shell, Arguments arguments)
    {
        var typed = arguments.BeingTyped;
        var root = typed.StartsWith('/') ? "/" : ".";
        var directory = Path.GetDirectoryName(typed) is { Length: > 0 } parent ? parent : root;
        try
        {
            var entries = new DirectoryInfo(directory).EnumerateFileSystemInfos();
            var prefix = typed[..(typed.Length - Path.GetFileName(typed).Length)];
            return Task.FromResult(entries.Select(entry =>
                prefix + entry.Name + (entry is DirectoryInfo ? "/" : "")));
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return Task.FromResult<IEnumerable<string>>([]);
        }
    }

    /// <summary>The names of domains in some state; all of them without a filter.</summary>
    internal static Completer Domains(VirConnectListAllDomainsFlags flags = 0) => async (shell, _) =>
        (await shell.Connection.ListAllDomainsAsync(flags)).Select(static domain => domain.Name);

    internal static async Task<IEnumerable<string>> DomainUuids(Shell shell, Arguments arguments) =>
        (await shell.Connection.ListAllDomainsAsync(
            VIR_CONNECT_LIST_DOMAINS_ACTIVE | VIR_CONNECT_LIST_DOMAINS_INACTIVE))
            .Select(static domain => $"{domain.Uuid}");

    private static Completer Words(params string[] words) => Fixed(() => words);

    private static Completer Fixed(Func<IEnumerable<string>> words) => (_, _) => Task.FromResult(words());
}
