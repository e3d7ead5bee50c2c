using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary>
/// <c>virsh pool-define</c>: define an inactive persistent storage pool or modify an existing persistent one from an
/// XML file.
/// </summary>
internal static class PoolDefineCommand
{
    internal static Command Definition => new("pool-define", RunAsync)
    {
        Help = "define an inactive persistent storage pool or modify an existing persistent one from an XML file",
        Description = "Define or modify a persistent storage pool.",
        Options =
        [
            Option.File("file containing an XML pool description"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirStoragePoolDefineFlags.VIR_STORAGE_POOL_DEFINE_VALIDATE);
        var pool = await shell.Connection.DefineStoragePoolXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to define pool from {file}");
        shell.PrintExtra($"Pool {pool.Name} defined from {file}\n");
        await PoolLabels.AdviseAsync(shell, pool);
    }
}
