using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-create-as</c>: Create a checkpoint from a set of args.</summary>
internal static class CheckpointCreateAsCommand
{
    internal static Command Definition => new("checkpoint-create-as", NotServed.RunAsync)
    {
        Help = "Create a checkpoint from a set of args",
        Description = "Create a checkpoint from arguments for use in future incremental backups",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("name", "name of checkpoint"),
            Option.Text("description", "description of checkpoint"),
            Option.Flag("print-xml", "print XML document rather than create"),
            Option.Flag("quiesce", "quiesce guest's file systems"),
            Option.Rest("diskspec", "disk attributes: disk[,checkpoint=type][,bitmap=name]"),
        ],
    };
}
