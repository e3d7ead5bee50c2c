using System.Net.Sockets;
using System.Text;
using Lodge.Daemon.Tests.Server;
using Lodge.Testing;

namespace Lodge.Daemon.Tests.Program;

public sealed class LifeTests
{
    [Fact]
    public async Task A_signal_to_end_stops_it_cleanly_and_leaves_no_socket_and_no_lock()
    {
        await using var daemon = await RunningDaemon.StartAsync();
        Assert.Equal($"{daemon.Id}\n", File.ReadAllText(Path.Combine(daemon.Root, "run", "lodge", "lodged.pid")));
        daemon.Signal(RunningDaemon.Terminate);
        Assert.Equal(0, await daemon.EndAsync());
        Assert.Empty(Directory.GetFiles(daemon.Sockets));
        Assert.False(File.Exists(Path.Combine(daemon.Root, "run", "lodge", "lodged.pid")));
    }

    [Fact]
    public async Task A_second_one_on_the_same_folder_is_refused_by_name_and_the_first_goes_on()
    {
        await using var daemon = await RunningDaemon.StartAsync();
        var second = await ProgramRun.OfAsync(RunningDaemon.Path, ["--root", daemon.Root]);
        Assert.Equal(1, second.ExitCode);
        Assert.Contains($"Another lodged (process {daemon.Id}) holds", second.Errors, StringComparison.Ordinal);
        using var client = new RawClient(Path.Combine(daemon.Sockets, "libvirt-sock"));
        client.Open().Ok();
    }

    [Fact]
    public async Task Sockets_left_by_a_killed_daemon_are_replaced()
    {
        var root = Directory.CreateTempSubdirectory("l").FullName;
        var sockets = Directory.CreateDirectory(Path.Combine(root, "run", "libvirt")).FullName;
        using (var stale = new Socket(AddressFamily.Unix, SocketType.Stream, ProtocolType.Unspecified))
        {
            stale.Bind(new UnixDomainSocketEndPoint(Path.Combine(root, "bound")));
            File.Move(Path.Combine(root, "bound"), Path.Combine(sockets, "libvirt-sock"));
        }

        await using var daemon = await RunningDaemon.StartAsync(root);
        using var client = new RawClient(Path.Combine(sockets, "libvirt-sock"));
        client.Open().Ok();
    }

    [Fact]
    public async Task The_sockets_modes_decide_who_may_knock()
    {
        await using var daemon = await RunningDaemon.StartAsync();
        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;
        const UnixFileMode others = UnixFileMode.OtherRead | UnixFileMode.OtherWrite | UnixFileMode.OtherExecute;
        Assert.Equal((UnixFileMode)0x1ff, File.GetUnixFileMode(Path.Combine(daemon.Sockets, "libvirt-sock-ro")));
        Assert.Equal(owner, File.GetUnixFileMode(Path.Combine(daemon.Sockets, "libvirt-admin-sock")));
        Assert.Equal(
            owner, File.GetUnixFileMode(Path.Combine(daemon.Sockets, "libvirt-sock")) & (owner | others));
    }

    [Fact]
    public async Task A_hang_up_signal_begins_a_new_log()
    {
        await using var daemon = await RunningDaemon.StartAsync();
        File.Move(daemon.Log, daemon.Log + ".1");
        daemon.Signal(RunningDaemon.HangUp);
        Eventually.Holds(() => File.Exists(daemon.Log));
        Assert.Contains("starts", File.ReadAllText(daemon.Log + ".1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_service_manager_is_told_when_it_serves_and_when_it_stops()
    {
        var folder = Directory.CreateTempSubdirectory("lodge-notify-");
        using var manager = new Socket(AddressFamily.Unix, SocketType.Dgram, ProtocolType.Unspecified);
        var address = Path.Combine(folder.FullName, "notify");
        manager.Bind(new UnixDomainSocketEndPoint(address));
        manager.ReceiveTimeout = 20_000;
        await using (var daemon = await RunningDaemon.StartAsync(null, null, ("NOTIFY_SOCKET", address)))
        {
            Assert.Equal("READY=1", Receive());
            daemon.Signal(RunningDaemon.Terminate);
            Assert.Equal("STOPPING=1", Receive());
            Assert.Equal(0, await daemon.EndAsync());
        }

        folder.Delete(true);

        string Receive()
        {
            var bytes = new byte[100];
            return Encoding.UTF8.GetString(bytes, 0, manager.Receive(bytes));
        }
    }

    [Fact]
    public async Task Sockets_of_the_service_manager_are_taken_over()
    {
        Assert.SkipUnless(File.Exists("/usr/bin/python3"), "python3 is not installed");
        var root = Directory.CreateTempSubdirectory("l").FullName;
        const string activate = """
            exec /usr/bin/python3 -c '
            import os, socket, sys
            s = socket.socket(socket.AF_UNIX)
            s.bind(sys.argv[2] + "/given-sock")
            s.listen(9)
            os.dup2(s.fileno(), 3)
            os.set_inheritable(3, True)
            os.environ.update(LISTEN_PID=str(os.getpid()), LISTEN_FDS="1")
            os.execv(sys.argv[1], [sys.argv[1], "--root", sys.argv[2], "--ready-fd", "9"])' "$0" "$1"
            """;
        await using var daemon = await RunningDaemon.StartAsync(root, activate);
        using var client = new RawClient(Path.Combine(root, "given-sock"));
        client.Open().Ok();
        Assert.False(File.Exists(Path.Combine(daemon.Sockets, "libvirt-sock")));
    }

    [Fact]
    public async Task An_idle_one_stops_when_it_was_asked_to()
    {
        var root = Directory.CreateTempSubdirectory("l").FullName;
        await using var daemon = await RunningDaemon.StartAsync(
            root, "exec \"$0\" --timeout 1 --root \"$1\" --ready-fd 9");
        using (var client = new RawClient(Path.Combine(daemon.Sockets, "libvirt-sock")))
        {
            client.Open().Ok();
        }

        Assert.Equal(0, await daemon.EndAsync());
    }

    [Fact]
    public async Task A_wrong_command_line_says_what_is_wrong()
    {
        var run = await ProgramRun.OfAsync(RunningDaemon.Path, ["--nonsense"]);
        Assert.Equal(2, run.ExitCode);
        Assert.StartsWith("lodged: there is no option '--nonsense'", run.Errors, StringComparison.Ordinal);
    }
}
