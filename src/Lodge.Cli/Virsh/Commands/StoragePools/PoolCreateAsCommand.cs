namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-create-as</c>: create a pool from a set of args.</summary>
internal static class PoolCreateAsCommand
{
    internal static Command Definition => new("pool-create-as", RunAsync)
    {
        Help = "create a pool from a set of args",
        Description = "Create a pool.",
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
            Option.Flag("build", "build the pool as normal"),
            Option.Flag("no-overwrite", "do not overwrite any existing data"),
            Option.Flag("overwrite", "overwrite any existing data"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = PoolText.CreateFlags(arguments);
        var name = arguments.Needed("name");
        var xml = PoolXml.Compose(arguments);
        if (arguments.Has("print-xml"))
        {
            shell.Print(xml);
            return;
        }

        await shell.Connection.CreateStoragePoolXmlAsync(xml, flags).OrFail($"Failed to create pool {name}");
        shell.PrintExtra($"Pool {name} created\n");
    }
}
