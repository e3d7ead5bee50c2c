namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-binding-list</c>: list network filter bindings.</summary>
internal static class NwfilterBindingListCommand
{
    internal static Command Definition => new("nwfilter-binding-list", RunAsync)
    {
        Help = "list network filter bindings",
        Description = "Returns list of network filter bindings.",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var bindings = (await shell.Connection.ListAllNetworkFilterBindingsAsync()
            .OrFail("Failed to list network filter bindings")).ToArray();
        Array.Sort(bindings, static (a, b) => NameOrder.Compare(a.PortDev, b.PortDev));
        var table = new Table("Port Dev", "Filter");
        Array.ForEach(bindings, binding => table.Add(binding.PortDev, binding.FilterName));
        table.PrintTo(shell);
    }
}
