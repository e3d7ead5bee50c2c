namespace Lodge.Cli.Syntax;

/// <summary>A command line that cannot be read.</summary>
/// <param name="message">What is wrong with it.</param>
internal sealed class UsageException(string message) : Exception(message);
