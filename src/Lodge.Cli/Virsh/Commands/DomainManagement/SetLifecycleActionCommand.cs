namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh set-lifecycle-action</c>: change lifecycle actions.</summary>
internal static class SetLifecycleActionCommand
{
    internal static Command Definition => new("set-lifecycle-action", RunAsync)
    {
        Help = "change lifecycle actions",
        Description = "Change lifecycle actions for the guest domain.",
        Options =
        [
            Option.Domain(Completers.Domains()),
            Option.Data("type", "lifecycle type to modify", Completers.LifecycleTypes),
            Option.Data("action", "lifecycle action to set", Completers.LifecycleActions),
            Option.Flag("config", "affect next boot"),
            Option.Flag("live", "affect running domain"),
            Option.Flag("current", "affect current domain"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var type = arguments.Needed("type");
        var action = arguments.Needed("action");
        var impact = arguments.Impact();
        var typeNumber = Array.IndexOf(LifecycleNames.Types, type);
        if (typeNumber < 0)
        {
            throw new CommandFailure($"Invalid lifecycle type '{type}'.");
        }

        var actionNumber = Array.IndexOf(LifecycleNames.Actions, action);
        if (actionNumber < 0)
        {
            throw new CommandFailure($"Invalid lifecycle action '{action}'.");
        }

        var domain = await shell.DomainAsync(arguments);
        await domain.SetLifecycleActionAsync(
                (VirDomainLifecycle)typeNumber, (VirDomainLifecycleAction)actionNumber, impact)
            .OrFail("Unable to change lifecycle action.");
    }
}
