namespace Lodge.Cli.Virsh.Commands.Networks;

/// <summary><c>virsh net-info</c>: network information.</summary>
internal static class NetInfoCommand
{
    internal static Command Definition => new("net-info", RunAsync)
    {
        Help = "network information",
        Description = "Returns basic information about the network",
        Options =
        [
            Option.Data("network", "network name or uuid", Completers.Networks()),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var network = await shell.NetworkAsync(arguments);
        shell.PrintField("Name:", network.Name);
        shell.PrintField("UUID:", network.Uuid);
        if (await Answers.TryFlagAsync(network.IsActiveAsync()) is { } active)
        {
            shell.PrintField("Active:", Answers.YesNo(active));
        }

        shell.PrintField("Persistent:", Answers.YesNo(await Answers.TryFlagAsync(network.IsPersistentAsync())));
        shell.PrintField("Autostart:",
            Answers.YesNo(await Answers.TryFlagAsync(network.GetAutostartAsync()), "no autostart"));
        if (await Answers.TryAsync(network.GetBridgeNameAsync()) is { } bridge)
        {
            shell.PrintField("Bridge:", bridge);
        }
    }
}
