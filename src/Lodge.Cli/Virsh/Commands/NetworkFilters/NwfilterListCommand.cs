namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-list</c>: list network filters.</summary>
internal static class NwfilterListCommand
{
    internal static Command Definition => new("nwfilter-list", RunAsync)
    {
        Help = "list network filters",
        Description = "Returns list of network filters.",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var filters = (await shell.Connection.ListAllNetworkFiltersAsync().OrFailListing(
            "Failed to list network filters",
            "Failed to count network filters",
            () => shell.Connection.NumOfNetworkFiltersAsync())).ToArray();
        Array.Sort(filters, static (a, b) => NameOrder.Compare(a.Name, b.Name));
        var table = new Table("UUID", "Name");
        Array.ForEach(filters, filter => table.Add($"{filter.Uuid}", filter.Name));
        table.PrintTo(shell);
    }
}
