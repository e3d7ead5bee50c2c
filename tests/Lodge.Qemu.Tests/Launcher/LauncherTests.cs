using System.Globalization;
using System.IO.Pipes;
using Lodge.Qemu.CommandLine;
using Lodge.Qemu.Launcher;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Tests.Lifecycle;

namespace Lodge.Qemu.Tests.Launcher;

/// <summary>What the launcher makes of itself, seen on a program that does nothing.</summary>
public sealed class LauncherTests : IDisposable
{
    private readonly ScratchFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_program_has_the_descriptors_meant_for_it_and_no_other()
    {
        await using var leak = new FileStream(_folder.Path("leak"), FileMode.Create);
        using var output = new AnonymousPipeServerStream(PipeDirection.In);
        using var command = new QemuCommand("/bin/sh");
        command.Add("-c");
        command.Add("echo ready; kill -STOP $$");
        for (var i = 0; i < 5; i++)
            command.PassFile(File.OpenHandle(_folder.Path($"f{i}"), FileMode.Create, FileAccess.Write));
        using var process = new RunningProgram(
            LaunchedProcess.Start(new LaunchPlan { Command = command, Output = output.ClientSafePipeHandle }));
        process.Process.Go();

        // Before it has spoken, what loads its libraries has files of its own open.
        using var reader = new StreamReader(output);
        Assert.Equal("ready", await reader.ReadLineAsync());
        var files = Directory.GetFiles($"/proc/{process.Identity.Pid}/fd")
            .ToDictionary(link => Path.GetFileName(link), link => File.ResolveLinkTarget(link, false)!.FullName);
        Assert.Equal("0 1 2 3 4 5 6 7", string.Join(' ', files.Keys.Order(StringComparer.Ordinal)));
        Assert.Equal("/dev/null", files["0"]);
        Assert.Contains("/pipe:[", files["1"], StringComparison.Ordinal);
        Assert.Equal(files["1"], files["2"]);
        for (var i = 0; i < 5; i++) Assert.Equal(_folder.Path($"f{i}"), files[$"{i + 3}"]);
    }

    [Fact]
    public async Task A_program_has_its_own_environment_arguments_and_session()
    {
        var command = Sleep();
        command.SetEnvironment("LC_ALL", "C");
        command.SetEnvironment("HOME", "/with blank/ü");
        using var process = await RunAsync(command);

        var folder = $"/proc/{process.Identity.Pid}";
        Assert.Equal("/bin/sleep\060\0", await File.ReadAllTextAsync(folder + "/cmdline"));
        Assert.Equal("LC_ALL=C\0HOME=/with blank/ü\0", await File.ReadAllTextAsync(folder + "/environ"));
        var stat = (await File.ReadAllTextAsync(folder + "/stat")).Split(' ');
        Assert.Equal(process.Identity.Pid.ToString(CultureInfo.InvariantCulture), stat[5]);
    }

    [Fact]
    public async Task A_program_ignores_and_blocks_no_signal()
    {
        using var process = await RunAsync(Sleep());
        var status = await StatusAsync(process);
        Assert.Equal("0000000000000000", status["SigBlk"]);

        // glibc itself leaves its own signal 32, which nobody can send, ignored in what it spawns.
        Assert.Equal(
            0UL, ulong.Parse(status["SigIgn"], NumberStyles.HexNumber, CultureInfo.InvariantCulture) & ~(1UL << 31));
        Assert.Equal("0000000000000000", status["SigCgt"]);
    }

    [Fact]
    public async Task A_program_runs_as_the_user_and_groups_it_is_given_without_any_capability()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root can become another user");
        using var process = await RunAsync(Sleep(), plan => plan with { Uid = 12345, Gid = 54321, Groups = [77, 88] });
        var status = await StatusAsync(process);
        Assert.Equal("12345\t12345\t12345\t12345", status["Uid"]);
        Assert.Equal("54321\t54321\t54321\t54321", status["Gid"]);
        Assert.Equal("77 88", status["Groups"].Trim());
        Assert.Equal("0000000000000000", status["CapEff"]);
        Assert.Equal("0000000000000000", status["CapBnd"]);
    }

    [Fact]
    public async Task Root_without_capabilities_has_none()
    {
        Assert.SkipUnless(Environment.IsPrivilegedProcess, "only root has capabilities to lose");
        using var process = await RunAsync(Sleep());
        Assert.Equal("0000000000000000", (await StatusAsync(process))["CapEff"]);
    }

    [Fact]
    public async Task Limits_umask_and_kill_order_are_set()
    {
        using var process = await RunAsync(Sleep(), plan => plan with
        {
            Umask = 0x17,
            OomScoreAdjust = 300,
            Limits = [new(LimitedResource.Files, 64), new(LimitedResource.Core, 0)],
        });
        var folder = $"/proc/{process.Identity.Pid}";
        Assert.Equal("0027", (await StatusAsync(process))["Umask"]);
        Assert.Equal("300\n", await File.ReadAllTextAsync(folder + "/oom_score_adj"));
        var limits = await File.ReadAllTextAsync(folder + "/limits");
        Assert.Matches(@"Max open files +64 +64 ", limits);
        Assert.Matches(@"Max core file size +0 +0 ", limits);
    }

    [Fact]
    public async Task A_launcher_whose_daemon_goes_before_the_word_ends_without_running_anything()
    {
        using var output = File.OpenHandle(_folder.Path("output"), FileMode.Create, FileAccess.Write);
        using var command = Sleep();
        var process = LaunchedProcess.Start(new LaunchPlan { Command = command, Output = output });
        process.Dispose();
        Assert.Equal(125, (await process.Exited).ExitCode);
    }

    [Fact]
    public async Task What_cannot_be_set_is_told_with_the_systems_reason()
    {
        using var output = File.OpenHandle(_folder.Path("output"), FileMode.Create, FileAccess.Write);
        using var command = Sleep();
        using var process = LaunchedProcess.Start(
            new LaunchPlan { Command = command, Output = output, Cgroups = ["/no/such/cgroup.procs"] });
        process.Go();
        Assert.Equal(125, (await process.Exited).ExitCode);
        Assert.Equal(
            "cannot enter the control group of '/no/such/cgroup.procs': No such file or directory", process.Failure());
    }

    [Fact]
    public void A_text_with_a_zero_byte_is_refused()
    {
        using var command = new QemuCommand("/bin/sleep");
        command.Add("6\00");
        using var output = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Write);
        Assert.Throws<ArgumentException>(
            () => LaunchPlanWriter.Write(new LaunchPlan { Command = command, Output = output }));
    }

    [Theory]
    [InlineData("--launch")]
    [InlineData("--launch", "x")]
    [InlineData("--launch", "-5")]
    [InlineData("--launch", "900")]
    public void The_launcher_called_by_hand_does_nothing(params string[] arguments) =>
        Assert.Equal(125, LauncherProgram.Run(arguments));

    private static QemuCommand Sleep()
    {
        var command = new QemuCommand("/bin/sleep");
        command.Add("60");
        return command;
    }

    private static async Task<Dictionary<string, string>> StatusAsync(RunningProgram process) =>
        (await File.ReadAllLinesAsync($"/proc/{process.Identity.Pid}/status"))
            .Select(line => line.Split(":\t", 2))
            .ToDictionary(pair => pair[0].TrimEnd(':'), pair => pair.Length > 1 ? pair[1] : "");

    private async Task<RunningProgram> RunAsync(QemuCommand command, Func<LaunchPlan, LaunchPlan>? change = null)
    {
        using var output = File.OpenHandle(_folder.Path("output"), FileMode.Create, FileAccess.Write);
        using (command)
        {
            var plan = new LaunchPlan { Command = command, Output = output };
            var process = LaunchedProcess.Start(change is null ? plan : change(plan));
            process.Go();

            // The word's channel ends when the program starts.
            Assert.Null(await Task.Run(process.Failure));
            return new RunningProgram(process);
        }
    }

    private sealed record RunningProgram(LaunchedProcess Process) : IDisposable
    {
        public ProcessIdentity Identity => Process.Identity;

        public void Dispose()
        {
            Process.Kill();
            Process.Dispose();
        }
    }
}
