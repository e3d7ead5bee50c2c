using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;
using static Lodge.Protocol.Constants.VirDomainCheckpointCreateFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-create</c>: Create a checkpoint from XML.</summary>
internal static class CheckpointCreateCommand
{
    internal static Command Definition => new("checkpoint-create", RunAsync)
    {
        Help = "Create a checkpoint from XML",
        Description = "Create a checkpoint from XML for use in future incremental backups",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("xmlfile", "domain checkpoint XML", Completers.Files),
            Option.Flag("redefine", "redefine metadata for existing checkpoint"),
            Option.Flag("redefine-validate", "validate the redefined checkpoint"),
            Option.Flag("quiesce", "quiesce guest's file systems"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Requires("redefine-validate", "redefine");
        var flags = arguments.Flag("redefine", VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE)
            | arguments.Flag("redefine-validate", VIR_DOMAIN_CHECKPOINT_CREATE_REDEFINE_VALIDATE)
            | arguments.Flag("quiesce", VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE);
        var domain = await shell.DomainAsync(arguments);
        var file = arguments.Text("xmlfile");
        var xml = file is null ? "<domaincheckpoint/>" : LocalFile.Read(file);
        var checkpoint = await domain.CreateCheckpointXmlAsync(xml, flags);
        shell.PrintExtra($"Domain checkpoint {checkpoint.Name} created{(file is null ? "" : $" from '{file}'")}");
    }
}
