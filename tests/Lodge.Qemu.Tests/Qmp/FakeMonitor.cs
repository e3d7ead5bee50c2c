using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Tests.Qmp;

/// <summary>The other end of a monitor: says exactly what a test tells it to, and nothing else.</summary>
internal sealed class FakeMonitor : IDisposable
{
    public const string Greeting =
        """{"QMP": {"version": {"qemu": {"micro": 22, "minor": 2, "major": 7}, "package": " (Debian)"}, "capabilities": ["oob"]}}""";

    private readonly StreamReader _reader;

    private FakeMonitor(QmpClient client, Socket peer)
    {
        Client = client;
        Peer = peer;
        _reader = new StreamReader(new NetworkStream(peer));
    }

    public QmpClient Client { get; }

    public Socket Peer { get; }

    public static FakeMonitor Connect()
    {
        var (ours, theirs) = ConnectedSockets.Create();
        return new FakeMonitor(QmpClient.Over(ours), theirs);
    }

    /// <summary>Greets, and answers the negotiation.</summary>
    public static async Task<FakeMonitor> ConnectReadyAsync()
    {
        var monitor = Connect();
        await monitor.SayAsync(Greeting);
        Assert.Equal("qmp_capabilities", (await monitor.HearAsync()).GetProperty("execute").GetString());
        await monitor.SayAsync("""{"return": {}, "id": 0}""");
        await monitor.Client.Ready;
        return monitor;
    }

    public async Task SayAsync(string line) => await Peer.SendAsync(Encoding.UTF8.GetBytes(line + "\r\n"));

    /// <summary>Says an answer to the command with an id.</summary>
    public Task AnswerAsync(JsonElement command, string result) =>
        SayAsync($$"""{"return": {{result}}, "id": {{command.GetProperty("id").GetInt64()}}}""");

    public async Task<JsonElement> HearAsync()
    {
        var line = await _reader.ReadLineAsync() ?? throw new EndOfStreamException();
        using var document = JsonDocument.Parse(line);
        return document.RootElement.Clone();
    }

    public void Dispose()
    {
        Client.Dispose();
        _reader.Dispose();
        Peer.Dispose();
    }
}
