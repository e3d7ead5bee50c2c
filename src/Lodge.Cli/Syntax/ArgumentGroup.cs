namespace Lodge.Cli.Syntax;

/// <summary>Options that help shows together.</summary>
/// <param name="Title">What stands above them.</param>
/// <param name="Arguments">The options, in the order of help.</param>
internal sealed record ArgumentGroup(string Title, Argument[] Arguments);
