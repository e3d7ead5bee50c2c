using Lodge.Cli.Virsh.Xml;

namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-define</c>: define or modify a secret from an XML file.</summary>
internal static class SecretDefineCommand
{
    internal static Command Definition => new("secret-define", RunAsync)
    {
        Help = "define or modify a secret from an XML file",
        Description = "Define or modify a secret.",
        Options =
        [
            Option.File("file containing secret attributes in XML"),
            Option.Flag("validate", "validate the XML against the schema"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var flags = arguments.Flag("validate", VirSecretDefineFlags.VIR_SECRET_DEFINE_VALIDATE);
        var secret = await shell.Connection.DefineSecretXmlAsync(LocalFile.Read(file), flags)
            .OrFail($"Failed to set attributes from {file}");
        shell.PrintExtra($"Secret {secret.Uuid} created\n");
    }
}
