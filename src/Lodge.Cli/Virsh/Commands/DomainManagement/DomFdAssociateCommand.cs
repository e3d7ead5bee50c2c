using static Lodge.Protocol.Constants.VirDomainFDAssociateFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh dom-fd-associate</c>: associate a FD with a domain.</summary>
internal static class DomFdAssociateCommand
{
    internal static Command Definition => new("dom-fd-associate", RunAsync)
    {
        Help = "associate a FD with a domain",
        Description = "associate a FD with a domain",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("name", "name of the FD group"),
            Option.Data("pass-fds", "file descriptors N,M,... to associate"),
            Option.Flag("seclabel-writable", "use seclabels allowing writes"),
            Option.Flag("seclabel-restore", "try to restore security label after use if possible"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("seclabel-writable", VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_WRITABLE)
            | arguments.Flag("seclabel-restore", VIR_DOMAIN_FD_ASSOCIATE_SECLABEL_RESTORE);
        var domain = await shell.DomainAsync(arguments);
        var name = arguments.Needed("name");
        using var files = PassedFiles.From(arguments);
        await domain.FDAssociateAsync(name, files.Handles, flags);
    }
}
