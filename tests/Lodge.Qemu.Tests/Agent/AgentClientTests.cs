using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Agent;
using Lodge.Qemu.Agent.Commands;
using Lodge.Qemu.Tests.Qmp;

namespace Lodge.Qemu.Tests.Agent;

public sealed class AgentClientTests : IDisposable
{
    private readonly AgentClient _agent;
    private readonly Socket _guest;
    private readonly NetworkStream _stream;

    public AgentClientTests()
    {
        (var ours, _guest) = ConnectedSockets.Create();
        _stream = new NetworkStream(_guest);
        _agent = AgentClient.Over(ours);
    }

    public void Dispose()
    {
        _agent.Dispose();
        _stream.Dispose();
        _guest.Dispose();
    }

    [Fact]
    public async Task Both_ends_agree_on_where_they_are_before_the_first_command_and_not_again()
    {
        var first = _agent.GetHostNameAsync();
        await AnswerSyncAsync();
        await AnswerAsync("guest-get-host-name", """{"host-name": "süd"}""");
        Assert.Equal("süd", await first);

        var second = _agent.GetHostNameAsync();
        await AnswerAsync("guest-get-host-name", """{"host-name": "nord"}""");
        Assert.Equal("nord", await second);
    }

    [Fact]
    public async Task What_the_guest_had_left_over_is_passed_by()
    {
        var call = _agent.GetHostNameAsync();
        var sync = await HearAsync();
        await SayAsync("""{"return": {"host-name": "old"}}""" + "\n" + """{"return": 17}""" + "\nhalf a wo");
        await _guest.SendAsync(new byte[] { 0xff });
        await SayAsync($$"""{"return": {{Id(sync)}}}""" + "\n");
        await AnswerAsync("guest-get-host-name", """{"host-name": "new"}""");
        Assert.Equal("new", await call);
    }

    [Fact]
    public async Task A_mute_agent_is_given_up_in_libvirts_words()
    {
        _agent.ResponseTimeout = AgentTimeout.From(0);
        var failure = await Assert.ThrowsAsync<VirException>(() => _agent.GetHostNameAsync());
        Assert.Equal(VirErrorNumber.VIR_ERR_AGENT_UNRESPONSIVE, failure.Code);
        Assert.Equal("Guest agent is not responding: Guest agent not available for now", failure.Message);
    }

    [Fact]
    public async Task After_a_command_without_answer_both_ends_agree_anew()
    {
        using var cancellation = new CancellationTokenSource();
        var lost = _agent.GetHostNameAsync(cancellation.Token);
        await AnswerSyncAsync();
        await HearAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => lost);

        var call = _agent.GetHostNameAsync();
        await SayAsync("""{"return": {"host-name": "too late"}}""" + "\n");
        await AnswerSyncAsync();
        await AnswerAsync("guest-get-host-name", """{"host-name": "in time"}""");
        Assert.Equal("in time", await call);
    }

    [Fact]
    public async Task A_guest_that_closes_its_end_fails_the_command()
    {
        var call = _agent.GetHostNameAsync();
        await AnswerSyncAsync();
        await HearAsync();
        _agent.OnGuestClosed();
        var failure = await Assert.ThrowsAsync<VirException>(() => call);
        Assert.Equal(
            "Guest agent is not responding: Guest agent disappeared while executing command", failure.Message);
    }

    [Fact]
    public async Task The_end_of_the_channel_fails_the_command_and_every_later_one()
    {
        var call = _agent.GetHostNameAsync();
        await HearAsync();
        _guest.Dispose();
        await Assert.ThrowsAsync<VirException>(() => call);
        await _agent.Closed;
        await Assert.ThrowsAsync<VirException>(() => _agent.GetHostNameAsync());
    }

    [Fact]
    public async Task A_refusal_is_told_with_the_agents_reason()
    {
        var call = _agent.TrimAsync(0);
        await AnswerSyncAsync();
        await HearAsync();
        await SayAsync(
            """{"error": {"class": "CommandNotFound", "desc": "The command guest-fstrim has not been found"}}"""
                + "\n");
        Assert.Equal(
            "internal error: unable to execute QEMU agent command 'guest-fstrim': The command guest-fstrim has not "
                + "been found",
            (await Assert.ThrowsAsync<VirException>(() => call)).Message);
    }

    [Fact]
    public async Task A_shutdown_is_done_when_the_guest_is_off_though_nobody_answers()
    {
        var off = new TaskCompletionSource();
        var call = _agent.ShutdownAsync("powerdown", off.Task);
        await AnswerSyncAsync();
        Assert.Equal("powerdown", (await HearAsync()).GetProperty("arguments").GetProperty("mode").GetString());
        off.SetResult();
        await call;
    }

    [Fact]
    public async Task A_command_given_as_text_gets_the_whole_answer_as_text()
    {
        var call = _agent.ExecuteJsonAsync("""{ "execute" : "guest-ping" }""", AgentTimeout.Default);
        await AnswerSyncAsync();
        await AnswerAsync("guest-ping", "{}");
        Assert.Equal("""{"return":{}}""", await call);
    }

    [Theory]
    [InlineData("ping")]
    [InlineData("{}")]
    [InlineData("[1]")]
    public async Task What_is_no_command_is_refused_before_it_is_sent(string text)
    {
        var failure = await Assert.ThrowsAsync<VirException>(() => _agent.ExecuteJsonAsync(text, AgentTimeout.Default));
        Assert.StartsWith("internal error: cannot parse json", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Commands_wait_for_each_other()
    {
        var first = _agent.GetHostNameAsync();
        var second = _agent.GetTimeAsync();
        await AnswerSyncAsync();
        await AnswerAsync("guest-get-host-name", """{"host-name": "a"}""");
        await AnswerAsync("guest-get-time", "1700000000123456789");
        Assert.Equal("a", await first);
        Assert.Equal((1700000000, 123456789u), await second);
    }

    [Fact]
    public async Task Aliases_of_interfaces_are_put_together()
    {
        var call = _agent.GetInterfacesAsync();
        await AnswerSyncAsync();
        await AnswerAsync("guest-network-get-interfaces", """
            [{"name": "eth0", "hardware-address": "52:54:00:00:00:01", "ip-addresses": [{"ip-address-type": "ipv4", "ip-address": "10.0.2.15", "prefix": 24}]},
             {"name": "lo"},
             {"name": "eth0:1", "ip-addresses": [{"ip-address-type": "ipv6", "ip-address": "fe80::1", "prefix": 64}]}]
            """.ReplaceLineEndings(""));
        var found = await call;
        Assert.Equal(["eth0", "lo"], found.Select(known => known.Name));
        Assert.Equal(
            [new AgentAddress(false, "10.0.2.15", 24), new AgentAddress(true, "fe80::1", 64)], found[0].Addresses);
    }

    [Fact]
    public void A_timeout_below_the_lowest_is_refused() =>
        Assert.Equal(
            VirErrorNumber.VIR_ERR_INVALID_ARG, Assert.Throws<VirException>(() => AgentTimeout.From(-3)).Code);

    private static long Id(JsonElement sync)
    {
        Assert.Equal("guest-sync-delimited", sync.GetProperty("execute").GetString());
        return sync.GetProperty("arguments").GetProperty("id").GetInt64();
    }

    private async Task AnswerSyncAsync()
    {
        var id = Id(await HearAsync());
        await _guest.SendAsync(new byte[] { 0xff });
        await SayAsync($$"""{"return": {{id}}}""" + "\n");
    }

    private async Task AnswerAsync(string command, string result)
    {
        Assert.Equal(command, (await HearAsync()).GetProperty("execute").GetString());
        await SayAsync($$"""{"return": {{result}}}""" + "\n");
    }

    private async Task SayAsync(string text) => await _guest.SendAsync(Encoding.UTF8.GetBytes(text));

    private async Task<JsonElement> HearAsync()
    {
        var line = new List<byte>();
        var one = new byte[1];
        while (await _stream.ReadAsync(one) == 1 && one[0] != '\n')
        {
            if (one[0] != 0xff) line.Add(one[0]);
        }

        using var document = JsonDocument.Parse(line.ToArray());
        return document.RootElement.Clone();
    }
}
