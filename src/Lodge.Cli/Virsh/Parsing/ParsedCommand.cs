namespace Lodge.Cli.Virsh.Parsing;

/// <summary>An option as it stands on the command line.</summary>
/// <param name="Definition">Which option.</param>
/// <param name="Value">Its value; null of a flag.</param>
/// <param name="AtCursor">A person is completing this very value.</param>
internal sealed record GivenOption(Option Definition, string? Value, bool AtCursor = false);

/// <summary>A command of the line with all it was given.</summary>
/// <param name="Command">Which command; null while a person is still typing its name.</param>
/// <param name="Options">In the order of the line.</param>
internal sealed record ParsedCommand(Command? Command, List<GivenOption> Options);
