namespace Lodge.Cli.Virsh.Networks;

/// <summary>Finds a port of a network.</summary>
internal static class NetworkPortLookup
{
    /// <summary>The port that a command's <c>&lt;network&gt;</c> and <c>&lt;port&gt;</c> name.</summary>
    internal static async Task<NetworkPort> FindAsync(Shell shell, Arguments arguments)
    {
        var network = await NetworkAsync(shell, arguments);
        var text = arguments.Needed("port");
        var complaint = $"failed to get network port '{text}'";
        // As stock: why is not told.
        return VirUuid.TryParse(text, out var uuid)
            && await Shell.FoundAsync(() => network.LookupPortByUuidAsync(uuid)) is { } port
            ? port
            : throw new CommandFailure(complaint);
    }

    private static async Task<Network> NetworkAsync(Shell shell, Arguments arguments)
    {
        try
        {
            return await shell.NetworkAsync(arguments);
        }
        catch (CommandFailure failure) when (failure.HasMessage)
        {
            // Nor is it told here.
            throw new CommandFailure(failure.Message);
        }
    }
}
