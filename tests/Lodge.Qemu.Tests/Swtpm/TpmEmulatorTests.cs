using Lodge.Qemu.Native;
using Lodge.Qemu.Swtpm;

namespace Lodge.Qemu.Tests.Swtpm;

public sealed class TpmEmulatorTests : IDisposable
{
    private readonly string _folder = Directory.CreateTempSubdirectory("lodge-tpm").FullName;

    public TpmEmulatorTests() =>
        File.SetUnixFileMode(_folder, File.GetUnixFileMode(_folder) | UnixFileMode.OtherExecute);

    public void Dispose() => Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task A_started_emulator_takes_a_connection_and_goes_when_asked()
    {
        SkipUnlessInstalled();
        var plan = Plan("tpm guest");
        await TpmEmulator.StartAsync(plan);
        Assert.True(Path.Exists(plan.SocketPath));
        var process = int.Parse(File.ReadAllText(plan.PidPath));
        Assert.True(Directory.Exists($"/proc/{process}"));

        await TpmEmulator.StopAsync(plan.SocketPath);

        Assert.False(Path.Exists(plan.SocketPath));
        Assert.NotEmpty(Directory.GetFiles(plan.StateDirectory));
    }

    [Fact]
    public async Task Memory_made_once_is_kept()
    {
        SkipUnlessInstalled();
        var plan = Plan("kept");
        await TpmEmulator.StartAsync(plan);
        await TpmEmulator.StopAsync(plan.SocketPath);
        var made = File.GetLastWriteTimeUtc(Directory.GetFiles(plan.StateDirectory, "*.permall").Single());

        await TpmEmulator.StartAsync(plan);
        await TpmEmulator.StopAsync(plan.SocketPath);

        Assert.Equal(made, File.GetLastWriteTimeUtc(Directory.GetFiles(plan.StateDirectory, "*.permall").Single()));
    }

    [Fact]
    public async Task Encrypted_memory_starts_with_its_passphrase()
    {
        SkipUnlessInstalled();
        var plan = Plan("secret") with { Passphrase = "correct horse"u8.ToArray() };
        await TpmEmulator.StartAsync(plan);
        await TpmEmulator.StopAsync(plan.SocketPath);

        Assert.DoesNotContain(
            "correct horse", string.Join(' ', TpmEmulator.SocketArguments(plan)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failed_start_leaves_no_memory_behind()
    {
        SkipUnlessInstalled();
        var plan = Plan("broken") with { LogPath = "/proc/nowhere/swtpm.log" };

        await Assert.ThrowsAnyAsync<Exception>(() => TpmEmulator.StartAsync(plan));

        Assert.False(Directory.Exists(plan.StateDirectory));
    }

    [Fact]
    public async Task A_socket_nobody_listens_on_is_cleared_away()
    {
        var path = Path.Combine(_folder, "stale.sock");
        await File.WriteAllTextAsync(path, "");
        await TpmEmulator.StopAsync(path);

        Assert.False(File.Exists(path));
    }

    [Fact]
    public void Version_1_2_is_asked_for_by_leaving_the_newer_one_out()
    {
        var plan = Plan("old") with { IsVersion2 = false };

        Assert.DoesNotContain("--tpm2", TpmEmulator.SetupArguments(plan));
        Assert.DoesNotContain("--tpm2", TpmEmulator.SocketArguments(plan));
    }

    [Fact]
    public async Task An_emulator_with_an_account_of_its_own_runs_as_it_and_owns_what_it_keeps()
    {
        SkipUnlessInstalled();
        Assert.SkipWhen(Account is null, "needs root, and the account of TPM programs");
        var plan = Plan("own account");
        await TpmEmulator.StartAsync(plan);
        await TpmEmulator.StopAsync(plan.SocketPath);

        // As a daemon leaves it whose TPMs had no account of their own.
        foreach (var path in Directory.GetFileSystemEntries(_folder, "*", SearchOption.AllDirectories))
            Assert.Equal(0, LibC.ChangeLinkOwner(path, 0, 0));
        await TpmEmulator.StartAsync(plan);

        var process = File.ReadAllLines($"/proc/{File.ReadAllText(plan.PidPath).Trim()}/status");
        Assert.Contains(process, line => line.StartsWith($"Uid:\t{Account.Value.User}\t", StringComparison.Ordinal));
        Assert.Contains(process, line => line.StartsWith($"Gid:\t{Account.Value.Group}\t", StringComparison.Ordinal));
        Assert.All(Kept(plan), path => Assert.Equal((Account.Value.User, Account.Value.Group), LibC.OwnerOf(path)));
        await TpmEmulator.StopAsync(plan.SocketPath);
    }

    private static TpmAccount? Account => TpmPrograms.Account;

    private static IEnumerable<string> Kept(TpmEmulatorPlan plan) =>
        Directory.GetFiles(plan.StateDirectory).Append(plan.StateDirectory).Append(plan.LogPath);

    private TpmEmulatorPlan Plan(string name) => new()
    {
        DomainName = name,
        DomainUuid = "c7a5fdbd-edaf-9455-926a-d65c16db1809",
        StateDirectory = Path.Combine(_folder, "state", "tpm2"),
        SocketPath = Path.Combine(_folder, "run", "swtpm.sock"),
        PidPath = Path.Combine(_folder, "run", "swtpm.pid"),
        LogPath = Path.Combine(_folder, "log", "swtpm.log"),
        Account = Account,
    };

    private static void SkipUnlessInstalled() =>
        Assert.SkipUnless(File.Exists("/usr/bin/swtpm") && File.Exists("/usr/bin/swtpm_setup"), "needs swtpm");
}
