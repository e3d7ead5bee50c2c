namespace Lodge.Cli.Virsh.Commands.StoragePools;

/// <summary><c>virsh pool-capabilities</c>: storage pool capabilities.</summary>
internal static class PoolCapabilitiesCommand
{
    internal static Command Definition => new("pool-capabilities", RunAsync)
    {
        Help = "storage pool capabilities",
        Description = "Returns capabilities of storage pool support.",
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var capabilities = await shell.Connection.GetStoragePoolCapabilitiesAsync()
            .OrFail("failed to get storage pool capabilities");
        shell.Print(capabilities + "\n");
    }
}
