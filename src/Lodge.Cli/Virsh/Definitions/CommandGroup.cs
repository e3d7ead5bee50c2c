namespace Lodge.Cli.Virsh.Definitions;

/// <summary>Commands that are listed together in <c>virsh help</c>.</summary>
/// <param name="Name">The heading.</param>
/// <param name="Keyword">The word for <c>virsh help KEYWORD</c>.</param>
/// <param name="Entries">The commands in the order of listing.</param>
internal sealed record CommandGroup(string Name, string Keyword, CommandEntry[] Entries)
{
    /// <summary>The commands that a person is shown.</summary>
    internal IEnumerable<Command> Visible =>
        Entries.Where(static entry => !entry.IsAlias).Select(static entry => entry.Load())
            .Where(static command => !command.IsHidden);

    /// <summary>Finds a command by name, or null.</summary>
    internal Command? Find(string name)
    {
        foreach (ref readonly var entry in Entries.AsSpan())
        {
            if (entry.Name == name)
            {
                return entry.Load();
            }
        }

        return null;
    }
}
