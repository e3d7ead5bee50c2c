namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-define-as</c>: define a pool from a set of args.</summary>
internal static class PoolDefineAsCommand
{
    internal static Command Definition => new("pool-define-as", RunAsync)
    {
        Help = "define a pool from a set of args",
        Description = "Define a pool.",
        Options =
        [
            Option.Data("name", "name of the pool"),
            Option.Data("type", "type of the pool"),
            Option.Flag("print-xml", "print XML document, but don't define/create"),
            Option.Text("source-host", "source-host for underlying storage"),
            Option.Text("source-path", "source path for underlying storage"),
            Option.Text("source-dev", "source device for underlying storage"),
            Option.Text("source-name", "source name for underlying storage"),
            Option.Text("target", "target for underlying storage"),
            Option.Text("source-format", "format for underlying storage"),
            Option.Text("auth-type", "auth type to be used for underlying storage"),
            Option.Text("auth-username", "auth username to be used for underlying storage"),
            Option.Text("secret-usage", "auth secret usage to be used for underlying storage"),
            Option.Text("secret-uuid", "auth secret UUID to be used for underlying storage"),
            Option.Text("adapter-name", "adapter name to be used for underlying storage"),
            Option.Text("adapter-wwnn", "adapter wwnn to be used for underlying storage"),
            Option.Text("adapter-wwpn", "adapter wwpn to be used for underlying storage"),
            Option.Text("adapter-parent", "adapter parent scsi_hostN to be used for underlying vHBA storage"),
            Option.Text("adapter-parent-wwnn",
                "adapter parent scsi_hostN wwnn to be used for underlying vHBA storage"),
            Option.Text("adapter-parent-wwpn",
                "adapter parent scsi_hostN wwpn to be used for underlying vHBA storage"),
            Option.Text("adapter-parent-fabric-wwn",
                "adapter parent scsi_hostN fabric_wwn to be used for underlying vHBA storage"),
            Option.Text("source-protocol-ver", "nfsvers value for NFS pool mount option"),
            Option.Text("source-initiator", "initiator iqn for underlying storage"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var name = arguments.Needed("name");
        var xml = PoolXml.Compose(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        var pool = await shell.Connection.DefineStoragePoolXmlAsync(xml).OrFail($"Failed to define pool {name}");
        shell.PrintExtra($"Pool {name} defined\n");
        await PoolLabels.AdviseAsync(shell, pool);
    }
}
