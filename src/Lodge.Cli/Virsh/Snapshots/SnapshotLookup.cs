namespace Lodge.Cli.Virsh.Snapshots;

/// <summary>Finds a snapshot of a domain.</summary>
internal static class SnapshotLookup
{
    /// <summary>The snapshot that an option names, or with <c>--current</c> the current one.</summary>
    internal static async Task<DomainSnapshot> FindAsync(Arguments arguments, Domain domain, string option)
    {
        var name = arguments.Text(option);
        var current = arguments.Has("current");
        if (name is not null && current)
        {
            throw new CommandFailure($"--{option} and --current are mutually exclusive");
        }

        if (name is not null)
        {
            return await domain.LookupSnapshotByNameAsync(name);
        }

        return current
            ? await domain.GetCurrentSnapshotAsync()
            : throw new CommandFailure($"--{option} or --current is required");
    }
}
