namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh save-image-edit</c>: edit XML for a domain's saved state file.</summary>
internal static class SaveImageEditCommand
{
    internal static Command Definition => new("save-image-edit", RunAsync)
    {
        Help = "edit XML for a domain's saved state file",
        Description = "Edit the domain XML associated with a saved state file",
        Options =
        [
            Option.Data("file", "saved state file to edit"),
            Option.Flag("running", "set domain to be running on restore"),
            Option.Flag("paused", "set domain to be paused on restore"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("running", "paused");
        var file = arguments.Needed("file");
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => shell.Connection.DomainSaveImageGetXmlDescAsync(
                file, VirDomainSaveImageXMLFlags.VIR_DOMAIN_SAVE_IMAGE_XML_SECURE),
            WriteAsync = (xml, _) =>
                shell.Connection.DomainSaveImageDefineXmlAsync(file, xml, SavedState.Flags(arguments)),
        });
        shell.PrintExtra(edited
            ? $"State file {file} edited.\n"
            : $"Saved image {file} XML configuration not changed.\n");
    }
}
