namespace Lodge.Cli.Virsh.Commands.DomainEvents;

/// <summary>The commands that virsh lists under "Domain Events".</summary>
internal static class DomainEventsCommands
{
    internal static readonly CommandGroup Group = new("Domain Events", "events",
    [
        new("event", static () => EventCommand.Definition),
    ]);
}
