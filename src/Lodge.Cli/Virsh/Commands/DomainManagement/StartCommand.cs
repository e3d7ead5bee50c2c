using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainCreateFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh start</c>: start a (previously defined) inactive domain.</summary>
internal static class StartCommand
{
    internal static Command Definition => new("start", RunAsync)
    {
        Help = "start a (previously defined) inactive domain",
        Description =
            "Start a domain, either from the last managedsave\n    state, or via a fresh boot if no "
            + "managedsave state\n    is present.",
        Options =
        [
            Option.Data("domain",
                "name of the inactive domain", Completers.Domains(VIR_CONNECT_LIST_DOMAINS_SHUTOFF)),
            Option.Flag("console", "attach to console after creation"),
            Option.Flag("paused", "leave the guest paused after creation"),
            Option.Flag("autodestroy", "automatically destroy the guest when virsh disconnects"),
            Option.Flag("bypass-cache", "avoid file system cache when loading"),
            Option.Flag("force-boot", "force fresh boot by discarding any managed save"),
            Option.Text("pass-fds", "pass file descriptors N,M,... to the guest"),
            Option.Flag("reset-nvram", "re-initialize NVRAM from its pristine template"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments, DomainKeys.Name | DomainKeys.Uuid);
        if (domain.Id >= 0)
        {
            throw new CommandFailure("Domain is already active");
        }

        using var files = PassedFiles.From(arguments);
        var flags = arguments.Flag("paused", VIR_DOMAIN_START_PAUSED)
            | arguments.Flag("autodestroy", VIR_DOMAIN_START_AUTODESTROY)
            | arguments.Flag("bypass-cache", VIR_DOMAIN_START_BYPASS_CACHE)
            | arguments.Flag("force-boot", VIR_DOMAIN_START_FORCE_BOOT)
            | arguments.Flag("reset-nvram", VIR_DOMAIN_START_RESET_NVRAM);
        var call = files.Handles.Count > 0 ? domain.CreateWithFilesAsync(files.Handles, flags)
            : flags == 0 ? domain.CreateAsync()
            : domain.CreateWithFlagsAsync(flags);
        // As stock: a forced boot that fails is told without a line of virsh's own.
        await (arguments.Has("force-boot") ? call.AsTask() : call.OrFail($"Failed to start domain '{domain.Name}'"));
        shell.PrintExtra($"Domain '{domain.Name}' started\n");
        if (arguments.Has("console"))
        {
            await ConsoleSession.RunAsync(shell, domain, null, 0);
        }
    }
}
