namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh nodecpustats</c>: Prints cpu stats of the node..</summary>
internal static class NodecpustatsCommand
{
    internal static Command Definition => new("nodecpustats", RunAsync)
    {
        Help = "Prints cpu stats of the node.",
        Description = "Returns cpu stats of the node, in nanoseconds.",
        Options =
        [
            Option.Number("cpu", "prints specified cpu statistics only."),
            Option.Flag("percent", "prints by percentage during 1 second."),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        const int AllCpus = -1;
        var cpu = arguments.Int32("cpu") ?? AllCpus;
        var first = await ReadAsync(shell, cpu);
        if (first.Count == 0)
        {
            return;
        }

        if (!arguments.Has("percent"))
        {
            foreach (var (field, label) in Fields.Where(field => first.ContainsKey(field.Name)))
            {
                shell.Print($"{label,-15} {first[field],20}\n");
            }

            return;
        }

        if (first.TryGetValue(VirConstants.VIR_NODE_CPU_STATS_UTILIZATION, out var usage))
        {
            shell.Print($"{"usage:",-15} {usage,5}%\n{"idle:",-15} {100 - usage,5}%\n");
            return;
        }

        using (var second = new PeriodicTimer(TimeSpan.FromSeconds(1)))
        {
            await second.WaitForNextTickAsync();
        }

        Print(shell, first, await ReadAsync(shell, cpu));
    }

    private static readonly (string Name, string Label)[] Fields =
    [
        (VirConstants.VIR_NODE_CPU_STATS_USER, "user:"),
        (VirConstants.VIR_NODE_CPU_STATS_KERNEL, "system:"),
        (VirConstants.VIR_NODE_CPU_STATS_IDLE, "idle:"),
        (VirConstants.VIR_NODE_CPU_STATS_IOWAIT, "iowait:"),
        (VirConstants.VIR_NODE_CPU_STATS_INTR, "intr:"),
    ];

    private static async Task<Dictionary<string, ulong>> ReadAsync(Shell shell, int cpu)
    {
        var statistics = await shell.Connection.GetNodeCpuStatsAsync(cpu).OrFail("Unable to get node cpu stats");
        return statistics.ToDictionary(static s => s.Field, static s => s.Value);
    }

    private static void Print(Shell shell, Dictionary<string, ulong> before, Dictionary<string, ulong> after)
    {
        var spent = Fields.Where(field => before.ContainsKey(field.Name) && after.ContainsKey(field.Name))
            .Select(field => (field.Name, field.Label, Time: (double)(after[field.Name] - before[field.Name])))
            .ToArray();
        var total = spent.Sum(static field => field.Time);
        var busy = spent.Take(2).Sum(static field => field.Time);
        shell.PrintField("usage:", Percent(busy / total));
        foreach (var (_, label, time) in spent)
        {
            shell.PrintField(label, Percent(time / total));
        }
    }

    private static string Percent(double part) => string.Create(CultureInfo.InvariantCulture, $"{part * 100,5:F1}%");
}
