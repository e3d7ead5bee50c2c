using Lodge.Client;
using Lodge.Testing;

namespace Lodge.Guest.Tests.KillStorm;

/// <summary>The daemon is killed again and again in the middle of starts, stops and definitions.</summary>
public sealed class KillStormTests
{
    private const int Rounds = 50;
    private const int Guests = 10;

    [Fact]
    public async Task A_daemon_killed_fifty_times_loses_no_guest_and_no_definition_and_leaves_nothing_over()
    {
        var seed = Environment.TickCount;
        TestContext.Current.SendDiagnosticMessage($"seed {seed}");
        var random = new Random(seed);
        await using var lodged = await LodgedProcess.StartAsync();
        var guests = Enumerable.Range(0, Guests)
            .Select(i => new StormGuest($"storm{i}", new Random(seed + i))).ToArray();
        await WithConnectionAsync(
            lodged, connection => Task.WhenAll(guests.Select(guest => guest.DefineAsync(connection))));
        for (var round = 0; round < Rounds; round++)
        {
            await WithConnectionAsync(lodged, connection => ChangeAndKillAsync(lodged, connection, guests, random));
            await lodged.StartAgainAsync();
            await WithConnectionAsync(
                lodged, connection => Task.WhenAll(guests.Select(guest => guest.CheckAsync(connection, lodged))));
        }

        await WithConnectionAsync(
            lodged, connection => Task.WhenAll(guests.Select(guest => guest.RemoveAsync(connection))));
        Assert.True(guests.All(guest => guest.Changes > 0), "a guest was never changed before a kill");
        Assert.DoesNotContain(lodged.GuestProcesses(), pid => pid != lodged.Pid);
        Assert.DoesNotContain(
            Directory.EnumerateFiles(Path.Combine(lodged.Root, "etc", "qemu"), "*", SearchOption.AllDirectories),
            file => !file.Contains("/networks/", StringComparison.Ordinal)
                && !Path.GetFileName(file).StartsWith(".lodge-journal-", StringComparison.Ordinal));
        Assert.Empty(Directory.EnumerateFiles(Path.Combine(lodged.Root, "run", "lodge", "qemu")));
        Assert.Empty(Directory.EnumerateDirectories(Path.Combine(lodged.Root, "var", "lib", "qemu"), "domain-*"));
    }

    private static async Task ChangeAndKillAsync(
        LodgedProcess lodged, LibvirtConnection connection, StormGuest[] guests, Random random)
    {
        using var gone = new CancellationTokenSource();
        var changes = Task.WhenAll(guests.Select(guest => guest.ChangeUntilGoneAsync(connection, gone.Token)));
        var moment = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        await using var timer = new Timer(_ => moment.SetResult(), null, random.Next(5, 300), Timeout.Infinite);
        await moment.Task;
        await lodged.CrashAsync();
        await gone.CancelAsync();
        await changes;
    }

    private static async Task WithConnectionAsync(LodgedProcess lodged, Func<LibvirtConnection, Task> use)
    {
        await using var connection = await LibvirtConnection.OpenAsync(lodged.Uri);
        await use(connection);
    }
}
