using Lodge.Cli.Virsh.Xml;
using static Lodge.Protocol.Constants.VirDomainCreateFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh create</c>: create a domain from an XML file.</summary>
internal static class CreateCommand
{
    internal static Command Definition => new("create", RunAsync)
    {
        Help = "create a domain from an XML file",
        Description = "Create a domain.",
        Options =
        [
            Option.File("file containing an XML domain description"),
            Option.Flag("console", "attach to console after creation"),
            Option.Flag("paused", "leave the guest paused after creation"),
            Option.Flag("autodestroy", "automatically destroy the guest when virsh disconnects"),
            Option.Text("pass-fds", "pass file descriptors N,M,... to the guest"),
            Option.Flag("validate", "validate the XML against the schema"),
            Option.Flag("reset-nvram", "re-initialize NVRAM from its pristine template"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var file = arguments.Needed("file");
        var xml = LocalFile.Read(file);
        using var files = PassedFiles.From(arguments);
        var flags = arguments.Flag("paused", VIR_DOMAIN_START_PAUSED)
            | arguments.Flag("autodestroy", VIR_DOMAIN_START_AUTODESTROY)
            | arguments.Flag("validate", VIR_DOMAIN_START_VALIDATE)
            | arguments.Flag("reset-nvram", VIR_DOMAIN_START_RESET_NVRAM);
        var call = files.Handles.Count > 0
            ? shell.Connection.CreateDomainXmlWithFilesAsync(xml, files.Handles, flags)
            : shell.Connection.CreateDomainXmlAsync(xml, flags);
        var domain = await call.OrFail($"Failed to create domain from {file}");
        shell.PrintExtra($"Domain '{domain.Name}' created from {file}\n");
        if (arguments.Has("console"))
        {
            await ConsoleSession.RunAsync(shell, domain, null, 0);
        }
    }
}
