using static Lodge.Protocol.Constants.VirConnectListAllSecretsFlags;

namespace Lodge.Cli.Virsh.Commands.Secrets;

/// <summary><c>virsh secret-list</c>: list secrets.</summary>
internal static class SecretListCommand
{
    internal static Command Definition => new("secret-list", RunAsync)
    {
        Help = "list secrets",
        Description = "Returns a list of secrets",
        Options =
        [
            Option.Flag("ephemeral", "list ephemeral secrets"),
            Option.Flag("no-ephemeral", "list non-ephemeral secrets"),
            Option.Flag("private", "list private secrets"),
            Option.Flag("no-private", "list non-private secrets"),
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        var flags = arguments.Flag("ephemeral", VIR_CONNECT_LIST_SECRETS_EPHEMERAL)
            | arguments.Flag("no-ephemeral", VIR_CONNECT_LIST_SECRETS_NO_EPHEMERAL)
            | arguments.Flag("private", VIR_CONNECT_LIST_SECRETS_PRIVATE)
            | arguments.Flag("no-private", VIR_CONNECT_LIST_SECRETS_NO_PRIVATE);
        var secrets = await shell.Connection.ListAllSecretsAsync(flags).OrFailListing(
            "Failed to list node secrets",
            "Failed to count secrets",
            () => shell.Connection.NumOfSecretsAsync());
        var table = new Table("UUID", "Usage");
        foreach (var secret in secrets.OrderBy(static secret => $"{secret.Uuid}", StringComparer.Ordinal))
        {
            table.Add(
                $"{secret.Uuid}", secret.UsageType == 0
                    ? "Unused" : $"{UsageTypes[(int)secret.UsageType]} {secret.UsageId}");
        }

        table.PrintTo(shell);
    }

    private static readonly string[] UsageTypes = ["none", "volume", "ceph", "iscsi", "tls", "vtpm"];
}
