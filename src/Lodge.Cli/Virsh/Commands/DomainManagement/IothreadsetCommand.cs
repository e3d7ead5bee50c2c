namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh iothreadset</c>: modifies an existing IOThread of the guest domain.</summary>
internal static class IothreadsetCommand
{
    internal static Command Definition => new("iothreadset", RunAsync)
    {
        Help = "modifies an existing IOThread of the guest domain",
        Description = "Modifies an existing IOThread of the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Number("id", "iothread id of existing IOThread") with { Required = true },
            Option.Number("poll-max-ns", "set the maximum IOThread polling time in ns"),
            Option.Number("poll-grow", "set the value to increase the IOThread polling time"),
            Option.Number("poll-shrink", "set the value for reduction of the IOThread polling time"),
            Option.Number("thread-pool-min", "lower boundary for worker thread pool"),
            Option.Number("thread-pool-max", "upper boundary for worker thread pool"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var id = IOThreadId.Read(arguments);
        var changes = new ParameterList()
            .AddUInt64(VirConstants.VIR_DOMAIN_IOTHREAD_POLL_MAX_NS, arguments.UInt64("poll-max-ns"))
            .AddUInt32(VirConstants.VIR_DOMAIN_IOTHREAD_POLL_GROW, arguments.UInt32("poll-grow"))
            .AddUInt32(VirConstants.VIR_DOMAIN_IOTHREAD_POLL_SHRINK, arguments.UInt32("poll-shrink"))
            .AddInt32(VirConstants.VIR_DOMAIN_IOTHREAD_THREAD_POOL_MIN, arguments.Int32("thread-pool-min"))
            .AddInt32(VirConstants.VIR_DOMAIN_IOTHREAD_THREAD_POOL_MAX, arguments.Int32("thread-pool-max"))
            .ToArray();
        if (changes.Length == 0)
        {
            throw new CommandFailure("Not enough arguments passed, nothing to set");
        }

        await domain.SetIOThreadParamsAsync((uint)id, changes, impact);
    }
}
