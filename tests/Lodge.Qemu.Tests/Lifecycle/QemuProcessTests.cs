using Lodge.Protocol.Errors;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Qmp.Events;

namespace Lodge.Qemu.Tests.Lifecycle;

public sealed class QemuProcessTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public QemuProcessTests() => EmptyMachine.SkipWithoutQemu();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_guest_starts_runs_and_is_destroyed()
    {
        using var guest = await QemuProcess.StartAsync(EmptyMachine.Plan(_folder));
        Assert.Equal(ProcessIdentity.Of(guest.Identity.Pid), guest.Identity);
        await guest.Monitor.ExecuteAsync("cont");
        Assert.IsType<ResumeEvent>(await guest.Monitor.Events.ReadAsync());

        Assert.Equal(new ProcessExit(0, null), await guest.StopAsync(QemuStop.Destroy));
        Assert.Null(ProcessIdentity.Of(guest.Identity.Pid));
    }

    [Fact]
    public async Task A_graceful_stop_ends_an_idle_guest_too()
    {
        using var guest = await QemuProcess.StartAsync(EmptyMachine.Plan(_folder));
        Assert.Equal(new ProcessExit(0, null), await guest.StopAsync(QemuStop.Graceful));
    }

    [Fact]
    public async Task A_killed_guest_shows_the_signal_and_ends_its_monitor()
    {
        using var guest = await QemuProcess.StartAsync(EmptyMachine.Plan(_folder));
        guest.Kill();
        Assert.Equal(new ProcessExit(null, 9), await guest.Exited);
        await guest.Monitor.Closed;
    }

    [Fact]
    public async Task QEMUs_last_words_are_in_the_error_when_it_dies_at_start()
    {
        var plan = EmptyMachine.Plan(_folder, "-device", "no-such-thing");
        var failure = await Assert.ThrowsAsync<VirException>(() => QemuProcess.StartAsync(plan));
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, failure.Code);
        Assert.StartsWith(
            "internal error: process exited while connecting to monitor: ", failure.Message, StringComparison.Ordinal);
        Assert.EndsWith("'no-such-thing' is not a valid device model name", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_that_is_not_there_is_named()
    {
        var plan = EmptyMachine.Plan(_folder);
        var command = new Lodge.Qemu.CommandLine.QemuCommand("/no/such/qemu");
        command.PassFile(MonitorSocket.Listen(_folder.Path("monitor.sock")));
        var failure = await Assert.ThrowsAsync<VirException>(
            () => QemuProcess.StartAsync(plan with { Command = command }));
        plan.Command.Dispose();
        Assert.Equal("cannot execute binary '/no/such/qemu': No such file or directory", failure.Message);
    }

    [Fact]
    public async Task QEMU_starts_only_after_its_process_was_written_down()
    {
        var seen = default(ProcessIdentity);
        var program = "";
        var plan = EmptyMachine.Plan(_folder) with
        {
            OnSpawned = identity =>
            {
                seen = identity;
                program = Path.GetFileName(File.ResolveLinkTarget($"/proc/{identity.Pid}/exe", false)!.FullName);
                return ValueTask.CompletedTask;
            },
        };
        using var guest = await QemuProcess.StartAsync(plan);
        Assert.Equal(guest.Identity, seen);
        Assert.NotEqual("qemu-system-x86_64", program);
        await guest.StopAsync(QemuStop.Destroy);
    }

    [Fact]
    public async Task A_start_given_up_leaves_no_process()
    {
        using var cancellation = new CancellationTokenSource();
        var seen = default(ProcessIdentity);
        var plan = EmptyMachine.Plan(_folder) with
        {
            OnSpawned = async identity =>
            {
                seen = identity;
                await cancellation.CancelAsync();
            },
        };
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => QemuProcess.StartAsync(plan, cancellation.Token));
        Assert.Null(ProcessIdentity.Of(seen.Pid));
    }

    [Fact]
    public async Task A_failure_to_write_the_process_down_leaves_no_process()
    {
        var seen = default(ProcessIdentity);
        var plan = EmptyMachine.Plan(_folder) with
        {
            OnSpawned = identity =>
            {
                seen = identity;
                throw new VirException(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, VirErrorDomain.VIR_FROM_QEMU, "disk full");
            },
        };
        await Assert.ThrowsAsync<VirException>(() => QemuProcess.StartAsync(plan));
        Assert.Null(ProcessIdentity.Of(seen.Pid));
    }

    [Fact]
    public async Task A_guest_let_go_of_runs_on_and_is_found_again()
    {
        var first = await QemuProcess.StartAsync(EmptyMachine.Plan(_folder));
        first.Dispose();
        using var second = await QemuProcess.AdoptAsync(first.Identity, _folder.Path("monitor.sock"));
        Assert.NotNull(second);
        await second.Monitor.ExecuteAsync("cont");
        await second.StopAsync(QemuStop.Destroy);
    }

    [Fact]
    public async Task Another_process_under_the_same_number_is_not_taken_for_the_guest()
    {
        var identity = ProcessIdentity.Of(Environment.ProcessId)!.Value;
        Assert.Null(await QemuProcess.AdoptAsync(
            identity with { StartTime = identity.StartTime - 1 }, _folder.Path("monitor.sock")));
        Assert.Null(await QemuProcess.AdoptAsync(new ProcessIdentity(int.MaxValue, 1), _folder.Path("monitor.sock")));
    }

    [Fact]
    public async Task The_log_begins_with_the_command_line()
    {
        using var guest = await QemuProcess.StartAsync(EmptyMachine.Plan(_folder));
        await guest.StopAsync(QemuStop.Destroy);
        var log = await File.ReadAllTextAsync(_folder.Path("empty.log"));
        Assert.Matches(@"^\d{4}-\d\d-\d\d \d\d:\d\d:\d\d\.\d{3}\+0000: starting up lodge version: ", log);
        Assert.Contains("LC_ALL=C \\\n", log, StringComparison.Ordinal);
        Assert.Contains("/usr/bin/qemu-system-x86_64 \\\n-machine pc,accel=tcg \\\n", log, StringComparison.Ordinal);
    }

    [Fact]
    public void A_path_that_no_socket_can_have_is_refused()
    {
        var path = _folder.Path(new string('x', 100));
        var failure = Assert.Throws<VirException>(() => MonitorSocket.Listen(path));
        Assert.Contains("too long", failure.Message, StringComparison.Ordinal);
        Assert.Throws<VirException>(() => MonitorSocket.Listen("/no/such/folder/m.sock"));
    }

    [Fact]
    public void The_monitors_name_is_open_to_its_owner_alone()
    {
        using var socket = MonitorSocket.Listen(_folder.Path("m.sock"));
        Assert.Equal(
            UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(_folder.Path("m.sock")));
    }

    [Fact]
    public async Task A_guest_that_hears_nothing_is_killed_in_the_end()
    {
        using var guest = await StandingStillAsync();
        Assert.Equal(new ProcessExit(null, 9), await guest.StopAsync(QemuStop.Destroy));
    }

    [Fact]
    public async Task A_guest_that_hears_nothing_is_not_killed_where_that_is_forbidden()
    {
        using var guest = await StandingStillAsync();
        var refused = await Assert.ThrowsAsync<VirException>(() => guest.StopAsync(QemuStop.Graceful));
        Assert.Equal(VirErrorNumber.VIR_ERR_SYSTEM_ERROR, refused.Code);
        Assert.Equal(
            $"Failed to terminate process {guest.Identity.Pid} with SIGTERM: Device or resource busy", refused.Message);
        Assert.False(guest.Exited.IsCompleted);
        guest.Kill();
        await guest.Exited;
    }

    [Fact]
    public async Task Waiting_for_a_stop_can_be_given_up()
    {
        using var guest = await StandingStillAsync();
        using var cancellation = new CancellationTokenSource();
        guest.QuitDeadline = Timeout.InfiniteTimeSpan;
        var stop = guest.StopAsync(QemuStop.Destroy, cancellation.Token);
        await cancellation.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => stop);
        guest.Kill();
        await guest.Exited;
    }

    [Fact]
    public async Task Ten_guests_start_and_end_side_by_side()
    {
        var folders = Enumerable.Range(0, 10).Select(_ => new ScratchFolder()).ToArray();
        var guests = await Task.WhenAll(folders.Select(folder => QemuProcess.StartAsync(EmptyMachine.Plan(folder))));
        Assert.Equal(10, guests.Select(guest => guest.Identity.Pid).Distinct().Count());
        foreach (var guest in guests) guest.Kill();
        foreach (var guest in guests) Assert.Equal(new ProcessExit(null, 9), await guest.Exited);
        foreach (var guest in guests) guest.Dispose();
        foreach (var folder in folders) folder.Dispose();
    }

    // A stopped process runs no line of its own, and SIGTERM waits until it does.
    private async Task<QemuProcess> StandingStillAsync()
    {
        var guest = await QemuProcess.StartAsync(EmptyMachine.Plan(_folder));
        guest.QuitDeadline = guest.TermDeadline = TimeSpan.FromMilliseconds(20);
        using var process = Lodge.Qemu.Native.LibC.OpenProcess(guest.Identity.Pid)!;
        const int SIGSTOP = 19;
        Assert.True(Lodge.Qemu.Native.LibC.SendSignal(process, SIGSTOP));
        return guest;
    }
}
