using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domxml-to-native</c>: Convert domain XML to native config.</summary>
internal static class DomxmlToNativeCommand
{
    internal static Command Definition => new("domxml-to-native", RunAsync)
    {
        Help = "Convert domain XML to native config",
        Description = "Convert domain XML config to a native guest configuration format.",
        Options =
        [
            Option.Data("format", "target config data type format"),
            Option.Text("domain", "domain name, id or uuid", Completers.Domains()) with { NameNeeded = true },
            Option.Text("xml", "xml data file to export from", Completers.Files),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        arguments.Exclusive("domain", "xml");
        string xml;
        if (arguments.Has("domain"))
        {
            var domain = await shell.DomainAsync(arguments);
            xml = await domain.GetXmlDescAsync().OrFail("failed to retrieve XML");
        }
        else
        {
            xml = LocalFile.Read(
                arguments.Text("xml") ?? throw new CommandFailure("need either domain or domain XML"));
        }

        shell.Print(await shell.Connection.DomainXmlToNativeAsync(arguments.Needed("format"), xml));
    }
}
