namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh setmem</c>: change memory allocation.</summary>
internal static class SetmemCommand
{
    internal static Command Definition => new("setmem", RunAsync)
    {
        Help = "change memory allocation",
        Description = "Change the current memory allocation in the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Alias("kilobytes", "size"),
            Option.Number("size", "new memory size, as scaled integer (default KiB)") with { Required = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        if (impact == 0 && !arguments.Has("current"))
        {
            impact = VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE;
        }

        var domain = await shell.DomainAsync(arguments);
        var size = MemorySize.InKibibytes(arguments, "size");
        await domain.SetMemoryFlagsAsync(size, (VirDomainMemoryModFlags)(uint)impact);
    }
}
