using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Storage.Tools;

namespace Lodge.Storage.Backends.Iscsi;

/// <summary>The kernel's logins at iSCSI targets, worked with iscsiadm(8).</summary>
internal static class IscsiSessions
{
    private const string Program = "iscsiadm";

    /// <summary>The number of the session with a target; null where there is none.</summary>
    public static async Task<string?> FindAsync(string target, CancellationToken cancellation) =>
        // It fails where there are no sessions at all.
        ParseSessions((await Tool.TryAsync(Program, ["--mode", "session"], cancellation)).Output)
            .FirstOrDefault(session => session.Target == target).Number;

    /// <summary>Makes a target known, so that it can be logged in to.</summary>
    public static Task AddNodeAsync(string portal, string target, CancellationToken cancellation) => Tool.RunAsync(
        Program,
        ["--mode", "node", "--portal", portal, "--targetname", target, "--op", "new"],
        cancellation);

    /// <summary>Sets who we are towards a target.</summary>
    public static async Task SetAuthAsync(
        string portal, string target, StorageAuth? auth, IStorageSecrets secrets, CancellationToken cancellation)
    {
        if (auth is null)
            return;
        if (auth.Type != StorageAuthType.Chap)
        {
            throw StorageError.Of(
                VirErrorNumber.VIR_ERR_XML_ERROR, "iscsi pool only supports 'chap' auth type");
        }

        var password = Encoding.UTF8.GetString(secrets.Find(SecretUsage.Iscsi, auth.Secret));
        foreach (var (name, value) in new[]
        {
            ("authmethod", "CHAP"),
            ("username", auth.Username),
            ("password", password),
        })
        {
            string[] arguments =
            [
                "--mode", "node", "--portal", portal, "--targetname", target,
                "--op", "update", "--name", $"node.session.auth.{name}", "--value", value,
            ];
            if (await Tool.TryAsync(Program, arguments, cancellation) is { IsSuccess: false } refused)
            {
                throw StorageError.Internal(
                    $"Failed to update '{name}' of node mode for target '{target}': {refused.Error}");
            }
        }
    }

    /// <summary>Logs in or out.</summary>
    public static async Task ConnectAsync(
        string portal, string target, string? initiator, string action, CancellationToken cancellation)
    {
        List<string> arguments = ["--mode", "node", "--portal", portal, "--targetname", target, action];
        if (initiator is not null)
        {
            var face = await FindInterfaceAsync(initiator, cancellation)
                ?? await MakeInterfaceAsync(portal, initiator, cancellation);
            arguments.AddRange(["--interface", face]);
        }

        await Tool.RunAsync(Program, arguments, cancellation);
    }

    /// <summary>Makes the kernel look for units that came or went.</summary>
    public static Task RescanAsync(string session, CancellationToken cancellation) =>
        Tool.RunAsync(Program, ["--mode", "session", "-r", session, "-R"], cancellation);

    /// <summary>The names of the targets that a portal offers.</summary>
    public static async Task<IReadOnlyList<string>> DiscoverAsync(
        string portal, string? initiator, CancellationToken cancellation)
    {
        List<string> arguments =
            ["--mode", "discovery", "--type", "sendtargets", "--portal", portal, "--op", "nonpersistent"];
        if (initiator is not null)
        {
            var face = await FindInterfaceAsync(initiator, cancellation) ?? throw StorageError.Of(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED, $"no iSCSI interface defined for IQN {initiator}");
            arguments.AddRange(["--interface", face]);
        }

        return ParseTargets(await Tool.RunAsync(Program, arguments, cancellation));
    }

    /// <summary>Reads lines such as <c>tcp: [1] 192.168.122.170:3260,1 demo-tgt-b (non-flash)</c>.</summary>
    internal static IEnumerable<(string Number, string Target)> ParseSessions(string output)
    {
        foreach (var line in output.Split('\n'))
        {
            var words = line.Split(' ', StringSplitOptions.RemoveEmptyEntries);
            if (words.Length >= 4 && words[0] == "tcp:" && words[1].StartsWith('[') && words[1].EndsWith(']'))
                yield return (words[1][1..^1], words[3]);
        }
    }

    /// <summary>Reads lines of a portal and a target.</summary>
    internal static IReadOnlyList<string> ParseTargets(string output) =>
    [
        .. output.Split('\n')
            .Select(line => line.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            .Where(words => words.Length == 2)
            .Select(words => words[1]),
    ];

    /// <summary>Finds the interface with an initiator's name in lines such as <c>default tcp,a,b,c,iqn</c>.</summary>
    internal static string? ParseInterface(string output, string initiator)
    {
        foreach (var line in output.Split('\n'))
        {
            var blank = line.IndexOf(' ', StringComparison.Ordinal);
            var fields = blank < 0 ? [] : line[(blank + 1)..].Split(',', 5);
            if (fields.Length == 5 && fields[4] == initiator)
                return line[..blank];
        }

        return null;
    }

    private static async Task<string?> FindInterfaceAsync(string initiator, CancellationToken cancellation) =>
        ParseInterface(await Tool.RunAsync(Program, ["--mode", "iface"], cancellation), initiator);

    // iscsiadm takes no commands for a new interface before it has asked the portal through it.
    private static async Task<string> MakeInterfaceAsync(
        string portal, string initiator, CancellationToken cancellation)
    {
        var number = RandomNumberGenerator.GetInt32(int.MaxValue);
        var name = string.Create(CultureInfo.InvariantCulture, $"libvirt-iface-{number:x8}");
        string[] face = ["--mode", "iface", "--interface", name];
        _ = await Tool.TryAsync(Program, [.. face, "--op", "new"], cancellation);
        _ = await Tool.TryAsync(
            Program,
            [.. face, "--op", "update", "--name", "iface.initiatorname", "--value", initiator],
            cancellation);
        var made = await FindInterfaceAsync(initiator, cancellation)
            ?? throw StorageError.Internal($"Failed to create an iSCSI interface with IQN '{initiator}'");
        await Tool.RunAsync(
            Program,
            ["--mode", "discovery", "--type", "sendtargets", "--portal", portal, "--interface", made],
            cancellation);
        return made;
    }
}
