using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary>
/// <c>virsh domblkthreshold</c>: set the threshold for block-threshold event for a given block device or it's backing
/// chain element.
/// </summary>
internal static class DomblkthresholdCommand
{
    internal static Command Definition => new("domblkthreshold", RunAsync)
    {
        Help = "set the threshold for block-threshold event for a given block device or it's backing chain element",
        Description = "set threshold for block-threshold event for a block device",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Data("dev", "device to set threshold for", Completers.DiskTargets),
            Option.Number("threshold", "threshold as a scaled number (by default bytes)") with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var device = arguments.Needed("dev");
        var threshold = arguments.Scaled("threshold", 1) ?? 0;
        var domain = await shell.DomainAsync(arguments);
        await domain.SetBlockThresholdAsync(device, threshold);
    }
}
