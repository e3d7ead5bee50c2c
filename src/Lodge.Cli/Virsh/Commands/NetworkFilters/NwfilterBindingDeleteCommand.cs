namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-binding-delete</c>: delete a network filter binding.</summary>
internal static class NwfilterBindingDeleteCommand
{
    internal static Command Definition => new("nwfilter-binding-delete", RunAsync)
    {
        Help = "delete a network filter binding",
        Description = "Delete a given network filter binding.",
        Options =
        [
            Option.Data("binding", "network filter binding port dev"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var binding = await shell.NetworkFilterBindingAsync(arguments);
        var name = arguments.Needed("binding");
        await binding.DeleteAsync().OrFail($"Failed to delete network filter binding on {name}");
        shell.PrintExtra($"Network filter binding on {name} deleted\n");
    }
}
