namespace Lodge.Cli.Virsh.Completion;

/// <summary>Says what an option's value can be.</summary>
/// <param name="shell">The connection to ask.</param>
/// <param name="arguments">What the command was given so far.</param>
internal delegate Task<IEnumerable<string>> Completer(Shell shell, Arguments arguments);
