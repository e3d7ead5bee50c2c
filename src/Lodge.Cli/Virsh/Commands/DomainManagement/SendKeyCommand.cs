using static Lodge.Protocol.Constants.VirConnectListAllDomainsFlags;

namespace Lodge.Cli.Virsh.Commands.DomainManagement;

/// <summary><c>virsh send-key</c>: Send keycodes to the guest.</summary>
internal static class SendKeyCommand
{
    internal static Command Definition => new("send-key", RunAsync)
    {
        Help = "Send keycodes to the guest",
        Description = "Send keycodes (integers or symbolic names) to the guest",
        Options =
        [
            Option.Domain(Completers.Domains(VIR_CONNECT_LIST_DOMAINS_ACTIVE)),
            Option.Text("codeset", "the codeset of keycodes, default:linux") with { NameNeeded = true },
            Option.Number("holdtime", "the time (in milliseconds) how long the keys will be held")
                with { NameNeeded = true },
            Option.Rest("keycode", "the key code") with { Required = true },
        ],
    };

    private static async Task RunAsync(Shell shell, Arguments arguments)
    {
        const int MostKeys = 16;
        var codeset = KeyCodes.Codeset(arguments.TextQuiet("codeset") ?? "linux");
        var holdTime = arguments.UInt32("holdtime") ?? 0;
        var domain = await shell.DomainAsync(arguments);
        var keys = arguments.Rest.ToArray();
        if (keys.Length > MostKeys)
        {
            throw new CommandFailure("too many keycodes");
        }

        await domain.SendKeyAsync(codeset, holdTime, Array.ConvertAll(keys, key => KeyCodes.Parse(codeset, key)));
    }
}
