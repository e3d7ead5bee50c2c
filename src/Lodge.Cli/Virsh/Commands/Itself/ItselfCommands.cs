namespace Lodge.Cli.Virsh.Commands.Itself;

/// <summary>The commands that virsh lists under "Virsh itself".</summary>
internal static class ItselfCommands
{
    internal static readonly CommandGroup Group = new("Virsh itself", "virsh",
    [
        new("cd", static () => CdCommand.Definition),
        new("echo", static () => EchoCommand.Definition),
        new("exit", static () => ExitCommand.Definition),
        new("help", static () => HelpCommand.Definition),
        new("pwd", static () => PwdCommand.Definition),
        new("quit", static () => QuitCommand.Definition),
        new("self-test", static () => SelfTestCommand.Definition),
        new("complete", static () => CompleteCommand.Definition),
        new("connect", static () => ConnectCommand.Definition),
    ]);
}
