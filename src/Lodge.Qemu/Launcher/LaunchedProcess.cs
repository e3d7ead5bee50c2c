using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Lifecycle;
using Lodge.Qemu.Native;
using Lodge.Qemu.Qmp;
using Microsoft.Win32.SafeHandles;

namespace Lodge.Qemu.Launcher;

/// <summary>A process in the making: everything is set, and its program starts when <see cref="Go"/> says so.</summary>
internal sealed unsafe class LaunchedProcess : IDisposable
{
    // Above every number that a guest's files get, so that no copy of ours is overwritten by one of theirs.
    private const int LowestCopy = 512;
    private const int FirstFile = 3;

    private readonly SafeFileHandle _control;

    private LaunchedProcess(ProcessIdentity identity, SafeFileHandle process, SafeFileHandle control)
    {
        Identity = identity;
        Process = process;
        _control = control;
        Exited = ExitWatcher.Watch(process);
    }

    public ProcessIdentity Identity { get; }

    public SafeFileHandle Process { get; }

    public Task<ProcessExit> Exited { get; }

    /// <summary>Starts the launcher on a plan. The plan's files may be closed as soon as this returns.</summary>
    public static LaunchedProcess Start(LaunchPlan plan)
    {
        var planNumber = Math.Max(FirstFile, plan.Command.Files.Select(file => file.Number + 1).DefaultIfEmpty().Max());
        if (planNumber + 1 >= LowestCopy)
            throw QmpErrors.Internal($"{plan.Command.Files.Count} open files are too many for one guest");

        var (ours, theirs) = LibC.CreatePair();
        var copies = new List<(SafeFileHandle Copy, int Number)>();
        try
        {
            using var memory = LibC.CreateMemoryFile("launch plan");
            RandomAccess.Write(memory, LaunchPlanWriter.Write(plan).Span, 0);
            using var nothing = File.OpenHandle("/dev/null", FileMode.Open, FileAccess.Read);
            Copy(nothing, 0);
            Copy(plan.Output, 1);
            Copy(plan.Output, 2);
            foreach (var file in plan.Command.Files) Copy(file.Handle, file.Number);
            Copy(memory, planNumber);
            Copy(theirs, planNumber + 1);
            return Watch(Spawn(copies, planNumber), ours);
        }
        catch
        {
            ours.Dispose();
            throw;
        }
        finally
        {
            theirs.Dispose();
            foreach (var (copy, _) in copies) copy.Dispose();
        }

        void Copy(SafeHandle file, int number) =>
            copies.Add((LibC.DuplicateFrom(file, LowestCopy), number));
    }

    /// <summary>Gives the word: the launcher becomes the planned program.</summary>
    public void Go()
    {
        byte word = 1;
        _ = LibC.Write((int)_control.DangerousGetHandle(), &word, 1);
    }

    /// <summary>
    /// Gives what the launcher failed at, once the process has ended; null where it became the program.
    /// </summary>
    public string? Failure()
    {
        const int MaxText = 4096;
        var text = stackalloc byte[MaxText];
        var control = (int)_control.DangerousGetHandle();
        var length = (int)LibC.Read(control, text, MaxText);

        // Where the word was never read, the socket first tells that, and then what was said.
        if (length < 0) length = (int)LibC.Read(control, text, MaxText);
        return length > 0 ? Encoding.UTF8.GetString(text, length) : null;
    }

    /// <summary>Ends the process, whatever it is by now.</summary>
    public void Kill() => LibC.SendSignal(Process, LibC.SIGKILL);

    /// <summary>Closes our end. A launcher that has not got the word ends.</summary>
    public void Dispose() => _control.Dispose();

    private static LaunchedProcess Watch(int pid, SafeFileHandle control)
    {
        // A child keeps its number until its status is taken, so both are of the process just made.
        var process = LibC.OpenProcess(pid) ?? throw new IOException($"process {pid} vanished");
        var identity = ProcessIdentity.Of(pid) ?? throw new IOException($"process {pid} vanished");
        return new LaunchedProcess(identity, process, control);
    }

    private static int Spawn(List<(SafeFileHandle Copy, int Number)> copies, int planNumber)
    {
        var command = LauncherCommand.Current;
        var plan = planNumber.ToString(CultureInfo.InvariantCulture);
        using var arguments = new NativeTexts([.. command.Arguments, LauncherProgram.Option, plan]);
        using var environment = new NativeTexts(RuntimeEnvironment());
        var files = copies.Select(copy => ((int)copy.Copy.DangerousGetHandle(), copy.Number)).ToArray();
        var pid = LibC.Spawn(command.Path, arguments.Pointer, environment.Pointer, files);
        return pid > 0
            ? pid
            : throw new VirException(
                VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
                VirErrorDomain.VIR_FROM_QEMU,
                $"cannot start the launcher: {LibC.Describe(-pid)}");
    }

    // The launcher needs nothing; the .NET host of a development build needs to find its runtime.
    private static string[] RuntimeEnvironment() =>
        Environment.GetEnvironmentVariable("DOTNET_ROOT") is { } root ? [$"DOTNET_ROOT={root}"] : [];
}
