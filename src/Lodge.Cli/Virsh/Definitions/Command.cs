namespace Lodge.Cli.Virsh.Definitions;

/// <summary>What one virsh command is called, takes and does.</summary>
/// <param name="Name">The word that calls it.</param>
/// <param name="RunAsync">
/// Does the work. It fails with <see cref="CommandFailure"/> or with the daemon's own error, which become
/// the lines a person reads and exit status 1.
/// </param>
internal sealed record Command(string Name, Func<Shell, Arguments, Task> RunAsync)
{
    /// <summary>One line for lists of commands.</summary>
    internal required string Help { get; init; }

    /// <summary>The DESCRIPTION of <c>virsh help NAME</c>, or empty.</summary>
    internal string Description { get; init; } = "";

    /// <summary>The options in the order in which bare values fill them.</summary>
    internal Option[] Options { get; init; } = [];

    /// <summary>Runs without a connection to a daemon.</summary>
    internal bool IsOffline { get; init; }

    /// <summary>Absent from help and completion.</summary>
    internal bool IsHidden { get; init; }
}
