namespace Lodge.Cli.Virsh.Commands.NetworkFilters;

/// <summary>The commands that virsh lists under "Network Filter".</summary>
internal static class NetworkFiltersCommands
{
    internal static readonly CommandGroup Group = new("Network Filter", "filter",
    [
        new("nwfilter-define", static () => NwfilterDefineCommand.Definition),
        new("nwfilter-dumpxml", static () => NwfilterDumpxmlCommand.Definition),
        new("nwfilter-edit", static () => NwfilterEditCommand.Definition),
        new("nwfilter-list", static () => NwfilterListCommand.Definition),
        new("nwfilter-undefine", static () => NwfilterUndefineCommand.Definition),
        new("nwfilter-binding-create", static () => NwfilterBindingCreateCommand.Definition),
        new("nwfilter-binding-delete", static () => NwfilterBindingDeleteCommand.Definition),
        new("nwfilter-binding-dumpxml", static () => NwfilterBindingDumpxmlCommand.Definition),
        new("nwfilter-binding-list", static () => NwfilterBindingListCommand.Definition),
    ]);
}
