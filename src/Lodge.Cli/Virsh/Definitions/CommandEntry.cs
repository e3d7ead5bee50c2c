namespace Lodge.Cli.Virsh.Definitions;

/// <summary>A name in the table of commands; the definition behind it is made only when somebody asks.</summary>
/// <param name="Name">The word that calls the command.</param>
/// <param name="Load">Makes the definition.</param>
internal readonly record struct CommandEntry(string Name, Func<Command> Load)
{
    /// <summary>An old spelling that still works and is not shown.</summary>
    internal bool IsAlias { get; init; }
}
