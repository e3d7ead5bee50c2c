namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh metadata</c>: show or set domain's custom XML metadata.</summary>
internal static class MetadataCommand
{
    internal static Command Definition => new("metadata", RunAsync)
    {
        Help = "show or set domain's custom XML metadata",
        Description = "Shows or modifies the XML metadata of a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("uri", "URI of the namespace"),
            Option.Flag("live", "modify/get running state"),
            Option.Flag("config", "modify/get persistent configuration"),
            Option.Flag("current", "modify/get current state configuration"),
            Option.Flag("edit", "use an editor to change the metadata"),
            Option.Text("key", "key to be used as a namespace identifier"),
            Option.Text("set", "new metadata to set"),
            Option.Flag("remove", "remove the metadata corresponding to an uri"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("edit", "set");
        arguments.Exclusive("remove", "set");
        arguments.Exclusive("remove", "edit");
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var uri = arguments.Needed("uri");
        var key = arguments.Text("key");
        var set = arguments.Text("set");
        if (key is null && (set is not null || arguments.Has("edit")))
        {
            throw new CommandFailure("namespace key is required when modifying metadata");
        }

        const VirDomainMetadataType Element = VirDomainMetadataType.VIR_DOMAIN_METADATA_ELEMENT;
        if (set is not null || arguments.Has("remove"))
        {
            await domain.SetMetadataAsync(Element, set, key, uri, impact);
            shell.PrintExtra(arguments.Has("remove") ? "Metadata removed\n" : "Metadata modified\n");
        }
        else if (arguments.Has("edit"))
        {
            var edited = await Editor.ChangeAsync(shell, new XmlEdit
            {
                ReadAsync = async () =>
                    await Shell.FoundAsync(() => domain.GetMetadataAsync(Element, uri, impact)) ?? "\n",
                WriteAsync = (xml, _) => domain.SetMetadataAsync(Element, xml, key, uri, impact),
            });
            shell.PrintExtra(edited ? "Metadata modified\n" : "Metadata not changed");
        }
        else
        {
            shell.Print(await domain.GetMetadataAsync(Element, uri, impact) + "\n");
        }
    }
}
