namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary><c>virsh connect</c>: (re)connect to hypervisor.</summary>
internal static class ConnectCommand
{
    internal static Command Definition => new("connect", RunAsync)
    {
        Help = "(re)connect to hypervisor",
        Description = "Connect to local hypervisor. This is built-in command after shell start up.",
        Options =
        [
            Option.Text("name", "hypervisor connection URI") with { MayBeEmpty = true },
            Option.Flag("readonly", "read-only connection"),
        ],
        IsOffline = true,
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        await shell.ConnectAsync(arguments.Text("name"), arguments.Has("readonly"), announce: false);
    }
}
