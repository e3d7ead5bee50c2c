using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-create</c>: create a pool from an XML file.</summary>
internal static class PoolCreateCommand
{
    internal static Command Definition => new("pool-create", RunAsync)
    {
        Help = "create a pool from an XML file",
        Description = "Create a pool.",
        Options =
        [
            Option.File("file containing an XML pool description"),
            Option.Flag("build", "build the pool as normal"),
            Option.Flag("no-overwrite", "do not overwrite any existing data"),
            Option.Flag("overwrite", "overwrite any existing data"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = PoolText.CreateFlags(arguments);
        var pool = await shell.Connection.CreateStoragePoolXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to create pool from {file}");
        shell.PrintExtra($"Pool {pool.Name} created from {file}\n");
    }
}
