using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>A real agent in a real guest, asked by stock virsh.</summary>
public sealed class GuestAgentTests : IAsyncLifetime
{
    private const string Virsh = "/usr/bin/virsh";
    private const string Name = "agent-guest";

    private LodgedProcess? _lodged;

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task The_agent_of_a_guest_tells_of_it_takes_commands_and_shuts_it_down()
    {
        var xml = Path.Combine(_lodged!.Root, "guest.xml");
        await File.WriteAllTextAsync(xml, TestGuest.Xml(Name));
        await DoAsync("define", xml);
        Assert.Contains("domain is not running", await FailAsync("domtime", Name), StringComparison.Ordinal);
        var connected = DoAsync("event", Name, "--event", "agent-lifecycle", "--timeout", "150");
        await DoAsync("start", Name);
        Assert.Contains("connected", await connected, StringComparison.Ordinal);

        Assert.Equal(
            """{"return":{}}""", (await DoAsync("qemu-agent-command", Name, """{"execute":"guest-ping"}""")).Trim());
        Assert.StartsWith("Time: ", await DoAsync("domtime", Name), StringComparison.Ordinal);
        Assert.Contains("127.0.0.1/8", await DoAsync("domifaddr", Name, "--source", "agent"), StringComparison.Ordinal);
        var facts = await DoAsync("guestinfo", Name, "--hostname", "--timezone");
        Assert.Contains("hostname", facts, StringComparison.Ordinal);
        Assert.Contains("timezone.offset", facts, StringComparison.Ordinal);
        var vcpus = await DoAsync("guestvcpus", Name);
        Assert.Matches(@"vcpus\s*: 0\s+online\s*: 0\s+offlinable", vcpus);
        Assert.Contains(
            "guest is missing vCPUs '3'", await FailAsync("guestvcpus", Name, "--cpulist", "3", "--enable"),
            StringComparison.Ordinal);
        Assert.Contains(
            "vCPU '0' is not offlinable", await FailAsync("guestvcpus", Name, "--cpulist", "0", "--disable"),
            StringComparison.Ordinal);
        Assert.Contains(
            "has not been found",
            await FailAsync("qemu-agent-command", Name, """{"execute":"guest-no-such-command"}"""),
            StringComparison.Ordinal);

        var ended = DoAsync("event", Name, "--event", "lifecycle", "--loop", "--timeout", "15");
        await DoAsync("shutdown", Name, "--mode", "agent");
        Assert.Contains("Stopped", await ended, StringComparison.Ordinal);
        Assert.Equal("shut off (shutdown)", (await DoAsync("domstate", Name, "--reason")).Trim());
    }

    private async Task<string> DoAsync(params string[] arguments)
    {
        var run = await _lodged!.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Errors}");
        return run.Output;
    }

    private async Task<string> FailAsync(params string[] arguments)
    {
        var run = await _lodged!.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode != 0, $"{string.Join(' ', arguments)} should have failed: {run.Output}");
        return run.Errors;
    }
}
