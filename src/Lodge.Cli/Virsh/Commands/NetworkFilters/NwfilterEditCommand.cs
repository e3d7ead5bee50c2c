namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary><c>virsh nwfilter-edit</c>: edit XML configuration for a network filter.</summary>
internal static class NwfilterEditCommand
{
    internal static Command Definition => new("nwfilter-edit", RunAsync)
    {
        Help = "edit XML configuration for a network filter",
        Description = "Edit the XML configuration for a network filter.",
        Options =
        [
            Option.Data("nwfilter", "network filter name or uuid", Completers.NetworkFilters),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var filter = await shell.NetworkFilterAsync(arguments);
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => filter.GetXmlDescAsync(),
            WriteAsync = async (xml, _) => await shell.Connection.DefineNetworkFilterXmlAsync(xml),
        });
        shell.PrintExtra($"Network filter {filter.Name} XML configuration {(edited ? "edited" : "not changed")}.\n");
    }
}
