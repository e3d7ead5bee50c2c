using System.Text.Json;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Tests.Qmp;

public sealed class QmpClientTests
{
    [Fact]
    public async Task Commands_queued_before_the_greeting_go_out_behind_the_negotiation()
    {
        using var monitor = FakeMonitor.Connect();
        var status = monitor.Client.ExecuteAsync("query-status", null, read => read.GetProperty("status").GetString());
        var cont = monitor.Client.ExecuteAsync("cont");
        await monitor.SayAsync(FakeMonitor.Greeting);

        var negotiation = await monitor.HearAsync();
        var first = await monitor.HearAsync();
        var second = await monitor.HearAsync();
        Assert.Equal("qmp_capabilities", negotiation.GetProperty("execute").GetString());
        Assert.Equal("oob", negotiation.GetProperty("arguments").GetProperty("enable")[0].GetString());
        Assert.Equal("query-status", first.GetProperty("execute").GetString());
        Assert.Equal("cont", second.GetProperty("execute").GetString());

        await monitor.AnswerAsync(negotiation, "{}");
        await monitor.AnswerAsync(first, """{"status": "paused"}""");
        await monitor.AnswerAsync(second, "{}");
        Assert.Equal("paused", await status);
        await cont;
        Assert.Equal(new QmpGreeting(7002022, "Debian", true), await monitor.Client.Ready);
    }

    [Fact]
    public async Task Answers_find_their_commands_in_any_order()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var calls = Enumerable.Range(0, 20)
            .Select(number => monitor.Client.ExecuteAsync(
                "echo", json => json.WriteNumber("n", number), read => read.GetInt32()))
            .ToArray();
        var commands = new List<JsonElement>();
        foreach (var _ in calls) commands.Add(await monitor.HearAsync());
        foreach (var command in Enumerable.Reverse(commands))
            await monitor.AnswerAsync(command, command.GetProperty("arguments").GetProperty("n").GetRawText());

        Assert.Equal(Enumerable.Range(0, 20), await Task.WhenAll(calls));
    }

    [Fact]
    public async Task A_refused_command_fails_in_libvirts_words_and_keeps_QEMUs_class()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var call = monitor.Client.ExecuteAsync("device_del");
        await monitor.HearAsync();
        await monitor.SayAsync("""{"id": 1, "error": {"class": "DeviceNotFound", "desc": "Device 'x' not found"}}""");

        var failure = await Assert.ThrowsAsync<VirException>(() => call);
        Assert.Equal(
            "internal error: unable to execute QEMU command 'device_del': Device 'x' not found", failure.Message);
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, failure.Code);
        Assert.Equal("DeviceNotFound", Assert.IsType<QmpRefusedException>(failure.InnerException).ErrorClass);
    }

    [Theory]
    [InlineData("""{"id": 1}""", "internal error: unable to execute QEMU command 'query-status'")]
    [InlineData("""{"id": 1, "error": 7}""",
        "internal error: unable to execute QEMU command 'query-status': unknown QEMU command error")]
    [InlineData(
        """{"id": 1, "return": []}""", "internal error: unexpected type returned by QEMU command 'query-status'")]
    [InlineData("""{"id": 1, "return": {"status": 7}}""",
        "internal error: unexpected type returned by QEMU command 'query-status'")]
    public async Task An_answer_of_unexpected_shape_fails_its_command_alone(string answer, string message)
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var call = monitor.Client.ExecuteAsync("query-status", null, read => read.GetProperty("status").GetString());
        await monitor.HearAsync();
        await monitor.SayAsync(answer);
        Assert.Equal(message, (await Assert.ThrowsAsync<VirException>(() => call)).Message);

        var next = monitor.Client.ExecuteAsync("cont");
        await monitor.AnswerAsync(await monitor.HearAsync(), "{}");
        await next;
    }

    [Fact]
    public async Task A_cancelled_command_frees_its_caller_and_its_late_answer_harms_nobody()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        using var cancellation = new CancellationTokenSource();
        var slow = monitor.Client.ExecuteAsync("query-block", cancellationToken: cancellation.Token);
        var command = await monitor.HearAsync();
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => slow);

        var next = monitor.Client.ExecuteAsync("cont");
        var nextCommand = await monitor.HearAsync();
        await monitor.AnswerAsync(command, "[]");
        await monitor.AnswerAsync(nextCommand, "{}");
        await next;
    }

    [Fact]
    public async Task More_commands_than_can_wait_are_refused()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        for (var i = 0; i < QmpLimits.MaxCallsInFlight; i++) _ = monitor.Client.ExecuteAsync("cont");
        var refused = await Assert.ThrowsAsync<VirException>(() => monitor.Client.ExecuteAsync("cont"));
        Assert.Equal(VirErrorNumber.VIR_ERR_RESOURCE_BUSY, refused.Code);
    }

    [Fact]
    public async Task The_end_of_the_monitor_fails_every_waiting_and_every_later_command()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var calls = new[] { monitor.Client.ExecuteAsync("cont"), monitor.Client.ExecuteAsync("stop") };
        await monitor.HearAsync();
        await monitor.HearAsync();
        monitor.Peer.Dispose();

        foreach (var call in calls.Append(monitor.Client.ExecuteAsync("quit")))
        {
            var failure = await Assert.ThrowsAsync<VirException>(() => call);
            Assert.Equal("internal error: qemu unexpectedly closed the monitor", failure.Message);
        }

        Assert.False(await monitor.Client.Events.WaitToReadAsync());
    }

    [Fact]
    public async Task A_reset_of_the_connection_says_so()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var call = monitor.Client.ExecuteAsync("cont");

        // Closing with unread bytes makes the kernel reset the connection.
        await monitor.Peer.SendAsync("{"u8.ToArray());
        monitor.Peer.Dispose();
        var failure = await Assert.ThrowsAsync<VirException>(() => call);
        Assert.Equal("Unable to read from monitor: Connection reset by peer", failure.Message);
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, failure.Code);
    }
}
