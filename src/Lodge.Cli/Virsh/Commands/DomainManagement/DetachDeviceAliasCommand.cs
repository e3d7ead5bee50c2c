namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh detach-device-alias</c>: detach device from an alias.</summary>
internal static class DetachDeviceAliasCommand
{
    internal static Command Definition => new("detach-device-alias", RunAsync)
    {
        Help = "detach device from an alias",
        Description = "Detach device identified by the given alias from a domain",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("alias", "device alias"),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var impact = arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        var alias = arguments.Needed("alias");
        await domain.DetachDeviceAliasAsync(alias, (VirDomainDeviceModifyFlags)(uint)impact)
            .OrFail($"Failed to detach device with alias {alias}");
        shell.PrintExtra("Device detach request sent successfully\n");
    }
}
