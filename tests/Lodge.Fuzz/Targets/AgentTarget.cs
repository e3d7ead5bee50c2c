using System.Net.Sockets;
using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;

namespace Lodge.Fuzz.Targets;

/// <summary>
/// A guest that says anything through its agent: the client takes it, or says what is wrong, and goes on.
/// </summary>
internal sealed class AgentTarget : IFuzzTarget
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    private static readonly string[] Lines =
    [
        """{"return": {"host-name": "guest"}}""",
        """{"error": {"class": "CommandNotFound", "desc": "no"}}""",
        """{"return": [{"name": "eth0", "hardware-address": "52:54:00:00:00:01", "ip-addresses": [{"ip-address-type": "ipv4", "ip-address": "10.0.2.15", "prefix": 24}]}]}""",
    ];

    public string Name => "agent";

    public IEnumerable<byte[]> Seeds { get; } =
        [.. Lines.Select(static line => (byte[])[0xff, .. Encoding.UTF8.GetBytes("{\"return\": 1}\n" + line + "\n")])];

    public void Run(ReadOnlySpan<byte> input)
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var name = new UnixDomainSocketEndPoint($"\0lodge-fuzz-{Guid.NewGuid():N}");
        listener.Bind(name);
        listener.Listen(1);
        var ours = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        ours.Connect(name);
        using var guest = listener.Accept();
        using var agent = AgentClient.Over(ours);
        var call = agent.GetInterfacesAsync();
        guest.Send(input);
        guest.Dispose();
        try
        {
            if (!call.Wait(Deadline)) throw new InvalidOperationException("a command is never answered");
        }
        catch (AggregateException failure) when (failure.InnerException is VirException)
        {
            // Said in so many words: as it should be.
        }

        if (!agent.Closed.Wait(Deadline)) throw new InvalidOperationException("the end of the channel goes unnoticed");
    }
}
