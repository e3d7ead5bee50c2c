using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh dompmsuspend</c>: suspend a domain gracefully using power management functions.</summary>
internal static class DompmsuspendCommand
{
    internal static Command Definition => new("dompmsuspend", RunAsync)
    {
        Help = "suspend a domain gracefully using power management functions",
        Description =
            "Suspends a running domain using guest OS's power management. (Note: This requires a guest "
            + "agent configured and running in the guest OS).",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_RUNNING)),
            Option.Data("target",
                "mem(Suspend-to-RAM), disk(Suspend-to-Disk), hybrid(Hybrid-Suspend)", Completers.SuspendTargets),
            Option.Number("duration", "duration in seconds") with { NameNeeded = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var duration = arguments.UInt64("duration") ?? 0;
        var target = SuspendTarget.Parse(arguments.Needed("target"));
        await domain.PMSuspendForDurationAsync(target, duration)
            .OrFail($"Domain '{domain.Name}' could not be suspended");
        shell.PrintExtra($"Domain '{domain.Name}' successfully suspended");
    }
}
