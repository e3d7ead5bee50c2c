namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh iothreadpin</c>: control domain IOThread affinity.</summary>
internal static class IothreadpinCommand
{
    internal static Command Definition => new("iothreadpin", RunAsync)
    {
        Help = "control domain IOThread affinity",
        Description = "Pin domain IOThreads to host physical CPUs.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("iothread", "IOThread ID number") with { Required = true },
            Option.Data("cpulist", "host cpu number(s) to set"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var id = arguments.UInt32("iothread") ?? 0;
        var list = arguments.Needed("cpulist");
        var map = CpuSet.Parse(list, await HostCpus.CountAsync(shell));
        await domain.PinIOThreadAsync(id, map, impact);
    }
}
