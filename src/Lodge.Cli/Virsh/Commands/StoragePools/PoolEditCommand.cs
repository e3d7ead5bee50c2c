namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-edit</c>: edit XML configuration for a storage pool.</summary>
internal static class PoolEditCommand
{
    internal static Command Definition => new("pool-edit", RunAsync)
    {
        Help = "edit XML configuration for a storage pool",
        Description = "Edit the XML configuration for a storage pool.",
        Options =
        [
            Option.Data("pool", "pool name or uuid", Completers.Pools()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var pool = await shell.PoolAsync(arguments);
        var edited = await Editor.ChangeAsync(shell, new XmlEdit
        {
            ReadAsync = () => pool.GetXmlDescAsync(VirStorageXMLFlags.VIR_STORAGE_XML_INACTIVE),
            WriteAsync = async (xml, _) => await shell.Connection.DefineStoragePoolXmlAsync(xml),
        });
        shell.PrintExtra($"Pool {pool.Name} XML configuration {(edited ? "edited" : "not changed")}.\n");
    }
}
