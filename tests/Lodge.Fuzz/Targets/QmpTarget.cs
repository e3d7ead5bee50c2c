using System.Net.Sockets;
using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Fuzz.Targets;

/// <summary>A QEMU that says anything on its monitor: the client takes it or ends, and answers every command.</summary>
internal sealed class QmpTarget : IFuzzTarget
{
    private const string Greeting =
        """{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": "x"}, "capabilities": ["oob"]}}""" + "\r\n";

    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(8);

    private static readonly string[] Lines =
    [
        """{"return": {}, "id": 1}""",
        """{"return": {"running": true, "status": "running"}, "id": 2}""",
        """{"error": {"class": "GenericError", "desc": "no"}, "id": 2}""",
        """{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "SHUTDOWN", "data": {"guest": true, "reason": "guest-shutdown"}}""",
        """{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "BLOCK_IO_ERROR", "data": {"device": "d", "node-name": "n", "operation": "write", "action": "stop", "nospace": true, "reason": "r"}}""",
        """{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "VNC_CONNECTED", "data": {"server": {"auth": "none", "family": "ipv4", "service": "1", "host": "h"}, "client": {"family": "ipv4", "service": "2", "host": "i"}}}""",
        """{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "RTC_CHANGE", "data": {"offset": -5}}""",
        """{"timestamp": {"seconds": 1, "microseconds": 2}, "event": "BLOCK_JOB_COMPLETED", "data": {"type": "mirror", "device": "d", "len": 1, "offset": 1, "speed": 0}}""",
    ];

    public string Name => "qmp";

    public IEnumerable<byte[]> Seeds { get; } =
        [.. Lines.Select(static line => Encoding.UTF8.GetBytes(Greeting + Lines[0] + "\n" + line + "\r\n")),
            Encoding.UTF8.GetBytes(Greeting)];

    public void Run(ReadOnlySpan<byte> input)
    {
        var (ours, theirs) = Connected();
        using (theirs)
        using (var client = QmpClient.Over(ours))
        {
            var answer = client.ExecuteAsync("query-status", null, static e => e.ToString(), CancellationToken.None);
            Send(theirs, input);
            theirs.Dispose();
            if (!Task.WhenAny(answer, client.Closed).Wait(Deadline) || !client.Closed.Wait(Deadline))
            {
                throw new InvalidOperationException("the client does not notice that QEMU is gone");
            }

            try
            {
                if (!answer.Wait(Deadline))
                {
                    throw new InvalidOperationException("a command is never answered");
                }
            }
            catch (AggregateException failure) when (failure.InnerException is VirException or QmpRefusedException)
            {
                // Said in so many words: as it should be.
            }

            while (client.Events.TryRead(out _))
            {
            }
        }
    }

    private static void Send(Socket socket, ReadOnlySpan<byte> input)
    {
        try
        {
            socket.Send(input);
        }
        catch (SocketException)
        {
            // The client had enough and closed.
        }
    }

    private static (Socket Ours, Socket Theirs) Connected()
    {
        using var listener = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        var path = Path.Combine(Path.GetTempPath(), Path.GetRandomFileName());
        listener.Bind(new UnixDomainSocketEndPoint(path));
        listener.Listen(1);
        var ours = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified);
        ours.Connect(new UnixDomainSocketEndPoint(path));
        var theirs = listener.Accept();
        File.Delete(path);
        return (ours, theirs);
    }
}
