namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh desc</c>: show or set domain's description or title.</summary>
internal static class DescCommand
{
    internal static Command Definition => new("desc", RunAsync)
    {
        Help = "show or set domain's description or title",
        Description = "Allows setting or modifying the description or title of a domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Flag("live", "modify/get running state"),
            Option.Flag("config", "modify/get persistent configuration"),
            Option.Flag("current", "modify/get current state configuration"),
            Option.Flag("title", "modify/get the title instead of description"),
            Option.Flag("edit", "open an editor to modify the description"),
            Option.Rest("new-desc", "message"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var title = arguments.Has("title");
        var inactive = arguments.Has("config");
        var text = string.Join(' ', arguments.Rest);
        if (text.Length > 0 || arguments.Has("edit"))
        {
            await ChangeAsync(shell, arguments, domain, text, impact);
            return;
        }

        var current = await DomainDescription.GetAsync(domain, title, inactive);
        if (current.Length > 0)
        {
            shell.Print(current);
        }
        else
        {
            shell.PrintExtra($"No {(title ? "title" : "description")} for domain: {domain.Name}");
        }
    }

    private static async Task ChangeAsync(
        Shell shell, Arguments arguments, Domain domain, string text, VirDomainModificationImpact impact)
    {
        var title = arguments.Has("title");
        var what = title ? "title" : "description";
        var before = await DomainDescription.GetAsync(domain, title, arguments.Has("config"));
        if (arguments.Has("edit"))
        {
            text = Editor.Edit(shell, text.Length > 0 ? text : before);
            if (title && text.EndsWith('\n'))
            {
                text = text[..^1];
            }

            if (text == before)
            {
                shell.PrintExtra($"Domain {what} not changed\n");
                return;
            }
        }

        var type = title
            ? VirDomainMetadataType.VIR_DOMAIN_METADATA_TITLE
            : VirDomainMetadataType.VIR_DOMAIN_METADATA_DESCRIPTION;
        await domain.SetMetadataAsync(type, text, null, null, impact).OrFail($"Failed to set new domain {what}");
        shell.PrintExtra($"Domain {what} updated successfully");
    }
}
