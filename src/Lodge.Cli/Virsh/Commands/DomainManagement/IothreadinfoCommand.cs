namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh iothreadinfo</c>: view domain IOThreads.</summary>
internal static class IothreadinfoCommand
{
    internal static Command Definition => new("iothreadinfo", RunAsync)
    {
        Help = "view domain IOThreads",
        Description = "Returns basic information about the domain IOThreads.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var threads = await domain.GetIOThreadInfoAsync(impact).OrFail("Unable to get domain IOThreads information");
        if (threads.Length == 0)
        {
            shell.PrintExtra("No IOThreads found for the domain");
            return;
        }

        var table = new Table("IOThread ID", "CPU Affinity");
        foreach (var thread in threads)
        {
            table.Add($"{thread.IothreadId}", CpuSet.Format(thread.Cpumap));
        }

        table.PrintTo(shell);
    }
}
