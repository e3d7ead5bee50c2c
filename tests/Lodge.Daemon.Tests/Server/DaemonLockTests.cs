using System.Diagnostics;
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

    [Fact]
    public async Task A_child_that_still_has_the_lock_of_a_killed_daemon_is_waited_for()
    {
        const string holdsTheLock = """
            import fcntl, struct, sys
            file = open(sys.argv[1], 'w')
            fcntl.fcntl(file, 37, struct.pack('hhqqi4x', fcntl.F_WRLCK, 0, 0, 0, 0))
            file.write('4194304'); file.flush()
            print('held', flush=True)
            sys.stdin.read()
            """;
        using var child = Process.Start(new ProcessStartInfo("/usr/bin/python3", ["-c", holdsTheLock, Path])
        {
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
        })!;
        Assert.Equal("held", await child.StandardOutput.ReadLineAsync());
        var taking = Task.Run(() => DaemonLock.Take(Path));
        Assert.False(taking.IsCompleted);
        child.StandardInput.Close();
        using var taken = await taking;
        await child.WaitForExitAsync();
    }
}
