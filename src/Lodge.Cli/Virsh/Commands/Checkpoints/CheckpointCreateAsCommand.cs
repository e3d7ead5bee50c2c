using Lodge.Cli.Virsh.Xml;
using System.Text;
using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.Checkpoints;

/// <summary><c>virsh checkpoint-create-as</c>: Create a checkpoint from a set of args.</summary>
internal static class CheckpointCreateAsCommand
{
    internal static Command Definition => new("checkpoint-create-as", RunAsync)
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

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag(
            "quiesce", VirDomainCheckpointCreateFlags.VIR_DOMAIN_CHECKPOINT_CREATE_QUIESCE);
        var domain = await shell.DomainAsync(arguments);
        var xml = Compose(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml + "\n");
            return;
        }

        var checkpoint = await domain.CreateCheckpointXmlAsync(xml, flags);
        shell.PrintExtra($"Domain checkpoint {checkpoint.Name} created");
    }

    private static string Compose(Arguments arguments)
    {
        var text = new StringBuilder("<domaincheckpoint>\n");
        foreach (var element in (string[])["name", "description"])
        {
            if (arguments.Text(element) is { } value)
            {
                text.Append($"  <{element}>{XmlFormat.Escape(value)}</{element}>\n");
            }
        }

        if (arguments.Has("diskspec"))
        {
            text.Append("  <disks>\n").Append(string.Concat(arguments.Rest.Select(Disk))).Append("  </disks>\n");
        }

        return text.Append("</domaincheckpoint>\n").ToString();
    }

    private static string Disk(string text)
    {
        var parts = CommaList.Split(text);
        string? checkpoint = null, bitmap = null;
        foreach (var part in parts.Skip(1))
        {
            if (checkpoint is null && part.StartsWith("checkpoint=", StringComparison.Ordinal))
            {
                checkpoint = $" checkpoint='{part["checkpoint=".Length..]}'";
            }
            else if (bitmap is null && part.StartsWith("bitmap=", StringComparison.Ordinal))
            {
                bitmap = $" bitmap='{part["bitmap=".Length..]}'";
            }
            else
            {
                throw new CommandFailure($"unable to parse diskspec: {text}");
            }
        }

        return $"    <disk name='{XmlFormat.Escape(parts[0])}'{checkpoint}{bitmap}/>\n";
    }
}
