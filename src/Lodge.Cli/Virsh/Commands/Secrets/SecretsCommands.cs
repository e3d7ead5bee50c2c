namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary>The commands that virsh lists under "Secret".</summary>
internal static class SecretsCommands
{
    internal static readonly CommandGroup Group = new("Secret", "secret",
    [
        new("secret-define", static () => SecretDefineCommand.Definition),
        new("secret-dumpxml", static () => SecretDumpxmlCommand.Definition),
        new("secret-event", static () => SecretEventCommand.Definition),
        new("secret-get-value", static () => SecretGetValueCommand.Definition),
        new("secret-list", static () => SecretListCommand.Definition),
        new("secret-set-value", static () => SecretSetValueCommand.Definition),
        new("secret-undefine", static () => SecretUndefineCommand.Definition),
    ]);
}
