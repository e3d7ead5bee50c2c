using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh domxml-from-native</c>: Convert native config to domain XML.</summary>
internal static class DomxmlFromNativeCommand
{
    internal static Command Definition => new("domxml-from-native", RunAsync)
    {
        Help = "Convert native config to domain XML",
        Description = "Convert native guest configuration format to domain XML format.",
        Options =
        [
            Option.Data("format", "source config data format"),
            Option.Data("config", "config data file to import from", Completers.Files),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var format = arguments.Needed("format");
        var config = LocalFile.Read(arguments.Needed("config"));
        shell.Print(await shell.Connection.DomainXmlFromNativeAsync(format, config));
    }
}
