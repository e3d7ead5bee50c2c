namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh setmaxmem</c>: change maximum memory limit.</summary>
internal static class SetmaxmemCommand
{
    internal static Command Definition => new("setmaxmem", RunAsync)
    {
        Help = "change maximum memory limit",
        Description = "Change the maximum memory allocation limit in the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Alias("kilobytes", "size"),
            Option.Number("size", "new maximum memory size, as scaled integer (default KiB)") with { Required = true },
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var size = MemorySize.InKibibytes(arguments, "size");
        await domain.SetMemoryFlagsAsync(
                size, (VirDomainMemoryModFlags)(uint)impact | VirDomainMemoryModFlags.VIR_DOMAIN_MEM_MAXIMUM)
            .OrFail("Unable to change MaxMemorySize");
    }
}
