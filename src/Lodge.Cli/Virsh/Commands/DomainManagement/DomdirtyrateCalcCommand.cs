using static Lodge.Protocol.Constants.VirDomainDirtyRateCalcFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domdirtyrate-calc</c>: Calculate a vm's memory dirty rate.</summary>
internal static class DomdirtyrateCalcCommand
{
    internal static Command Definition => new("domdirtyrate-calc", RunAsync)
    {
        Help = "Calculate a vm's memory dirty rate",
        Description =
            "Calculate memory dirty rate of a domain in order to decide whether it's proper to be migrated "
            + "out or not.\nThe calculated dirty rate information is available by calling 'domstats "
            + "--dirtyrate'.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("seconds",
                "calculate memory dirty rate within specified seconds, the supported value range from 1 to "
                + "60, default to 1."),
            Option.Text("mode",
                "dirty page rate calculation mode, either of these 3 options 'page-sampling, dirty-bitmap, "
                + "dirty-ring' can be specified.", Completers.DirtyRateModes),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var seconds = arguments.Int32("seconds") ?? 1;
        var flags = arguments.Text("mode") switch
        {
            null => (VirDomainDirtyRateCalcFlags)0,
            "page-sampling" => VIR_DOMAIN_DIRTYRATE_MODE_PAGE_SAMPLING,
            "dirty-bitmap" => VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_BITMAP,
            "dirty-ring" => VIR_DOMAIN_DIRTYRATE_MODE_DIRTY_RING,
            var other => throw new CommandFailure($"Unknown calculation mode '{other}'"),
        };
        var domain = await shell.DomainAsync(arguments);
        await domain.StartDirtyRateCalcAsync(seconds, flags);
        shell.PrintExtra("Start to calculate domain's memory dirty rate successfully.\n");
    }
}
