using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Host;

/// <summary><c>virsh maxvcpus</c>: connection vcpu maximum.</summary>
internal static class MaxvcpusCommand
{
    internal static Command Definition => new("maxvcpus", RunAsync)
    {
        Help = "connection vcpu maximum",
        Description = "Show maximum number of virtual CPUs for guests on this connection.",
        Options =
        [
            Option.Text("type", "domain type"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var type = arguments.Text("type");
        var most = await FromCapabilitiesAsync(shell, type) ?? await shell.Connection.GetMaxVcpusAsync(type);
        shell.Print($"{most}\n");
    }

    private static async Task<int?> FromCapabilitiesAsync(Shell shell, string? type)
    {
        if (await Shell.FoundAsync(() =>
            shell.Connection.GetDomainCapabilitiesAsync(null, null, null, type)) is not { } text)
        {
            return null;
        }

        return int.TryParse(XmlText.Parse(text, "(domainCapabilities)").Get("vcpu/@max"), out var most) ? most : null;
    }
}
