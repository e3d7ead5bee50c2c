using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-edit</c>: edit XML for a checkpoint.</summary>
internal static class CheckpointEditCommand
{
    internal static Command Definition => new("checkpoint-edit", RunAsync)
    {
        Help = "edit XML for a checkpoint",
        Description = "Edit the domain checkpoint XML for a named checkpoint",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT)),
            Option.Text("checkpointname", "checkpoint name", Completers.Checkpoints),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("checkpointname");
        var checkpoint = await domain.LookupCheckpointByNameAsync(name);
        DomainCheckpoint? edited = null;
        var complaint = $"Failed to update {name}";
        var isChanged = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => checkpoint.GetXmlDescAsync(
                VirDomainCheckpointXMLFlags.VIR_DOMAIN_CHECKPOINT_XML_SECURE),
            WriteAsync = async (xml, _) => edited = await domain.CreateCheckpointXmlAsync(
                xml, VirDomainCheckpointCreateFlags.VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE),
        });
        if (!isChanged)
        {
            shell.PrintExtra($"Checkpoint {name} XML configuration not changed.\n");
            return;
        }

        if (edited!.Name != name)
        {
            // What the new name made goes again: a checkpoint has bitmaps of its name.
            await edited.DeleteAsync(VirDomainCheckpointDeleteFlags.VIR_DOMAIN_CHECKPOINT_DELETE_METADATA_ONLY)
                .OrFail($"Failed to clean up {edited.Name}");
            shell.Error($"Cannot rename checkpoint {name} to {edited.Name}");
            throw new CommandFailure(complaint);
        }

        shell.PrintExtra($"Checkpoint {name} edited.\n");
    }
}
