using Lodge.Daemon.Server;

namespace Lodge.Daemon.Tests.Server;

public sealed class DaemonLockTests : IDisposable
{
    private readonly DirectoryInfo _folder = Directory.CreateTempSubdirectory("lodge-lock-");

    private string Path => System.IO.Path.Combine(_folder.FullName, "lodged.pid");

    public void Dispose() => _folder.Delete(true);

    [Fact]
    public void A_second_daemon_is_refused_by_the_first_ones_process_number()
    {
        using var first = DaemonLock.Take(Path);
        var refusal = Assert.Throws<DaemonStartException>(() => DaemonLock.Take(Path));
        Assert.Contains($"process {Environment.ProcessId}", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(Path, refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_lock_that_was_given_back_can_be_taken_and_leaves_no_file()
    {
        DaemonLock.Take(Path).Dispose();
        Assert.False(File.Exists(Path));
        DaemonLock.Take(Path).Dispose();
    }

    [Fact]
    public void A_file_left_by_a_daemon_that_was_killed_does_not_keep_the_next_one_out()
    {
        File.WriteAllText(Path, "4194304\n");
        using var taken = DaemonLock.Take(Path);
        Assert.Equal($"{Environment.ProcessId}\n", File.ReadAllText(Path));
    }
}
