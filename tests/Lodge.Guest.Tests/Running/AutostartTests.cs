using System.Diagnostics;
using Lodge.Client;
using Lodge.Testing;

namespace Lodge.Guest.Tests.Running;

/// <summary>Guests that start with the daemon.</summary>
public sealed class AutostartTests : IAsyncLifetime
{
    private const string Virsh = "/usr/bin/virsh";
    private const string Why = "autostart failed: ";

    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(60);

    private LodgedProcess? _lodged;

    public async ValueTask InitializeAsync() => _lodged = await LodgedProcess.StartAsync();

    public ValueTask DisposeAsync() => _lodged is null ? ValueTask.CompletedTask : _lodged.DisposeAsync();

    [Fact]
    public async Task One_that_fails_says_why_and_harms_no_other()
    {
        const string Missing = "<disk type='file'><source file='/nowhere/missing.img'/><target dev='vda'/></disk>";
        await using (var connection = await LibvirtConnection.OpenAsync(_lodged!.Uri))
        {
            foreach (var name in new[] { "first", "second", "broken", "third" })
            {
                var xml = TestGuest.EmptyXml(name);
                var guest = await connection.DefineDomainXmlAsync(name == "broken"
                    ? xml.Replace("</devices>", Missing + "</devices>", StringComparison.Ordinal)
                    : xml);
                await guest.SetAutostartAsync(true);
            }
        }

        await _lodged.StopAsync();
        await _lodged.StartAgainAsync();

        foreach (var name in new[] { "first", "second", "third" })
            Assert.DoesNotContain(Why, await ShowsAsync(name, "running"), StringComparison.Ordinal);
        Assert.Contains("shut off", await ShowsAsync("broken", Why), StringComparison.Ordinal);
        Assert.Contains("/nowhere/missing.img", await DoAsync("dominfo", "broken"), StringComparison.Ordinal);
        await DoAsync("undefine", "broken");
    }

    // The daemon serves before all of them are up.
    private async Task<string> ShowsAsync(string name, string words)
    {
        for (var since = Stopwatch.StartNew(); ;)
        {
            var facts = await DoAsync("dominfo", name);
            if (facts.Contains(words, StringComparison.Ordinal))
                return facts;
            Assert.True(since.Elapsed < LongEnough, facts);
        }
    }

    private async Task<string> DoAsync(params string[] arguments)
    {
        var run = await _lodged!.RunAsync(Virsh, arguments);
        Assert.True(run.ExitCode == 0, $"{string.Join(' ', arguments)}: {run.Errors}");
        return run.Output;
    }
}
