using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;

namespace Lodge.Qemu.Tests.Qmp;

public sealed class HostileMonitorTests
{
    [Theory]
    [InlineData("hello")]
    [InlineData("[]")]
    [InlineData("{}")]
    [InlineData("""{"QMP": 7}""")]
    [InlineData("""{"QMP": {"version": {"qemu": {"major": "7"}}}}""")]
    [InlineData("""{"return": {}}""")]
    public async Task What_is_no_greeting_ends_the_monitor(string line)
    {
        using var monitor = FakeMonitor.Connect();
        var waiting = monitor.Client.ExecuteAsync("query-status");
        await monitor.SayAsync(line);
        await Assert.ThrowsAsync<VirException>(() => monitor.Client.Ready);
        await Assert.ThrowsAsync<VirException>(() => waiting);
    }

    [Theory]
    [InlineData("not json")]
    [InlineData("17")]
    [InlineData("""{"return": {}, "id": 99}""")]
    [InlineData("""{"return": {}, "id": "libvirt-1"}""")]
    [InlineData("""{"return": {}}""")]
    [InlineData("""{"error": {"class": "GenericError", "desc": "JSON parse error"}}""")]
    public async Task What_is_no_answer_ends_the_monitor(string line)
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var waiting = monitor.Client.ExecuteAsync("query-status");
        await monitor.SayAsync(line);
        var failure = await Assert.ThrowsAsync<VirException>(() => waiting);
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, failure.Code);
        Assert.Same(failure, await monitor.Client.Closed);
    }

    [Fact]
    public async Task A_line_without_end_is_given_up_at_the_limit()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var chunk = new byte[1 << 20];
        chunk.AsSpan().Fill((byte)' ');
        for (var sent = 0; sent <= QmpLimits.MaxLine; sent += chunk.Length)
        {
            if (monitor.Client.Closed.IsCompleted) break;
            try
            {
                await monitor.Peer.SendAsync(chunk);
            }
            catch (System.Net.Sockets.SocketException)
            {
                break;
            }
        }

        Assert.Contains("longer than", (await monitor.Client.Closed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_nested_too_deep_ends_the_monitor()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        await monitor.SayAsync(new string('[', QmpLimits.MaxDepth + 1) + new string(']', QmpLimits.MaxDepth + 1));
        Assert.Contains("failed to parse JSON", (await monitor.Client.Closed).Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Json_as_deep_as_a_long_chain_of_layers_is_taken()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var call = monitor.Client.ExecuteAsync("query-block", null, read => read.GetRawText().Length);
        const int Layers = 400;
        await monitor.AnswerAsync(
            await monitor.HearAsync(),
            string.Concat(Enumerable.Repeat("{\"i\":", Layers)) + "1" + new string('}', Layers));
        Assert.Equal((6 * Layers) + 1, await call);
    }

    [Fact]
    public async Task A_flood_of_events_that_nobody_reads_ends_the_monitor_and_keeps_what_came_first()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var flood = Encoding.UTF8.GetBytes(string.Concat(Enumerable.Repeat(
            "{\"event\": \"STOP\", \"timestamp\": {\"seconds\": 1, \"microseconds\": 2}}\r\n", 512)));
        for (var i = 0; i <= QmpLimits.MaxUnreadEvents / 512; i++)
        {
            try
            {
                await monitor.Peer.SendAsync(flood);
            }
            catch (System.Net.Sockets.SocketException)
            {
                break;
            }
        }

        Assert.Contains("events", (await monitor.Client.Closed).Message, StringComparison.Ordinal);
        var kept = 0;
        await foreach (var _ in monitor.Client.Events.ReadAllAsync()) kept++;
        Assert.Equal(QmpLimits.MaxUnreadEvents, kept);
    }

    [Fact]
    public async Task A_peer_that_never_reads_holds_up_nobody()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        using var cancellation = new CancellationTokenSource();
        var big = new string('x', 100_000);
        var calls = Enumerable.Range(0, 50)
            .Select(_ => monitor.Client.ExecuteAsync("echo", json => json.WriteString("text", big), cancellation.Token))
            .ToArray();
        await monitor.SayAsync("""{"event": "STOP"}""");
        Assert.True(await monitor.Client.Events.WaitToReadAsync());
        await cancellation.CancelAsync();
        foreach (var call in calls) await Assert.ThrowsAnyAsync<OperationCanceledException>(() => call);
    }

    [Fact]
    public async Task Lines_that_come_byte_by_byte_are_put_together()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        var call = monitor.Client.ExecuteAsync("query-name", null, read => read.GetProperty("name").GetString());
        await monitor.HearAsync();
        foreach (var letter in "{\"return\": {\"name\": \"süß\"}, \"id\": 1}\r\n{\"event\": \"RESUME\"}\n"u8.ToArray())
            await monitor.Peer.SendAsync(new[] { letter });
        Assert.Equal("süß", await call);
        Assert.IsType<Lodge.Qemu.Qmp.Events.ResumeEvent>(await monitor.Client.Events.ReadAsync());
    }

    [Fact]
    public async Task A_file_that_QEMU_never_takes_frees_its_caller_and_holds_back_only_other_files()
    {
        using var monitor = await FakeMonitor.ConnectReadyAsync();
        using var cancellation = new CancellationTokenSource();
        Task<bool> stuck;
        using (var file = File.OpenHandle("/dev/null"))
        {
            stuck = monitor.Client.ExecuteWithFileAsync("getfd", null, _ => true, file, cancellation.Token);
            await cancellation.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stuck);
        }

        var taken = await monitor.HearAsync();
        var status = monitor.Client.ExecuteAsync("query-status");
        await monitor.AnswerAsync(await monitor.HearAsync(), "{}");
        await status;

        using var other = File.OpenHandle("/dev/null");
        var next = monitor.Client.ExecuteWithFileAsync("getfd", null, _ => true, other);
        Assert.False(next.IsCompleted);
        await monitor.AnswerAsync(taken, "{}");
        await monitor.AnswerAsync(await monitor.HearAsync(), "{}");
        Assert.True(await next);
    }
}
