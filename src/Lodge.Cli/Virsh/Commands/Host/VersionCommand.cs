using Lodge.Cli.Virsh.Help;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh version</c>: show version.</summary>
internal static class VersionCommand
{
    internal static Command Definition => new("version", RunAsync)
    {
        Help = "show version",
        Description = "Display the system version information.",
        Options =
        [
            Option.Flag("daemon", "report daemon version too"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var connection = shell.Connection;
        var type = await connection.GetTypeAsync().OrFail("failed to get hypervisor type");
        shell.Print($"Compiled against library: libvirt {UsageText.Version}\n");
        shell.Print($"Using library: libvirt {UsageText.Version}\n");
        shell.Print($"Using API: {type} {UsageText.Version}\n");
        var running = await connection.GetVersionAsync().OrFail("failed to get the hypervisor version");
        shell.Print(running == 0
            ? $"Cannot extract running {type} hypervisor version\n"
            : $"Running hypervisor: {type} {Text(running)}\n");
        if (arguments.Has("daemon"))
        {
            var daemon = await connection.GetLibVersionAsync().OrFail("failed to get the daemon version");
            shell.Print($"Running against daemon: {Text(daemon)}\n");
        }
    }

    private static string Text(ulong version) => $"{version / 1000000}.{version / 1000 % 1000}.{version % 1000}";
}
