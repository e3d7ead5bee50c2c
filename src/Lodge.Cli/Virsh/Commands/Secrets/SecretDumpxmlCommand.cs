using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-dumpxml</c>: secret attributes in XML.</summary>
internal static class SecretDumpxmlCommand
{
    internal static Command Definition => new("secret-dumpxml", RunAsync)
    {
        Help = "secret attributes in XML",
        Description = "Output attributes of a secret as an XML dump to stdout.",
        Options =
        [
            Option.Data("secret", "secret UUID", Completers.Secrets),
            Option.Text("xpath", "xpath expression to filter the XML document") with { NameNeeded = true },
            Option.Flag("wrap", "wrap xpath results in an common root element"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var secret = await shell.SecretAsync(arguments);
        XmlSelection.Print(shell, arguments, await secret.GetXmlDescAsync());
    }
}
