namespace Lodge.Host.Setup;

/// <summary>A change that makes a host ready, and what takes it back.</summary>
/// <param name="What">What it does, as <c>load the module vhost_net</c>.</param>
/// <param name="Commands">The commands that do it, in their order.</param>
/// <param name="Undo">The commands that take it back, in their order; harmless where it was not done.</param>
public sealed record SetupChange(
    string What, IReadOnlyList<SetupCommand> Commands, IReadOnlyList<SetupCommand> Undo);
