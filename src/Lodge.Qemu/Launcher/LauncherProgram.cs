using System.Globalization;
using System.Runtime.InteropServices;
using System.Text;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Launcher;

/// <summary>
/// The launcher: the daemon's own program in another mode, between the daemon and QEMU. It takes on what the plan says
/// (user, limits, groups, descriptors), waits for the daemon's word, and becomes QEMU. It dies with a daemon that dies
/// before giving the word.
/// </summary>
public static unsafe class LauncherProgram
{
    /// <summary>The first argument that makes the daemon's program a launcher.</summary>
    public const string Option = "--launch";

    private const int SetupFailed = 125;

    /// <summary>Whether the arguments of a program ask for the launcher.</summary>
    public static bool IsAskedFor(ReadOnlySpan<string> arguments) => arguments is [Option, ..];

    /// <summary>Becomes the planned program; returns only where that fails.</summary>
    /// <param name="arguments"><c>--launch N</c>: the plan is the descriptor N, the daemon's end is N + 1.</param>
    /// <returns>The exit status.</returns>
    public static int Run(ReadOnlySpan<string> arguments)
    {
        if (arguments.Length != 2 || !int.TryParse(arguments[1], CultureInfo.InvariantCulture, out var planFile))
            return SetupFailed;

        var control = planFile + 1;
        LibC.CloseOnExec(control);
        if (!LaunchPlanView.TryLoad(planFile, out var plan)) return Fail(control, "cannot read the launch plan");
        LibC.Close(planFile);
        return TakeOn(ref plan, control);
    }

    private static int TakeOn(ref LaunchPlanView plan, int control)
    {
        var uid = plan.Number();
        var gid = plan.Number();
        LibC.SetUmask((uint)plan.Number());
        var clearCapabilities = plan.Number() != 0;
        var oomScoreAdjust = plan.Number();
        var groups = plan.Numbers();
        var limits = plan.Numbers();
        var files = plan.Numbers();
        var mustHaveContext = plan.Number() != 0;
        var cgroupCount = (int)plan.Number();
        var argumentCount = (int)plan.Number();
        var environmentCount = (int)plan.Number();
        var context = plan.Text();

        for (var i = 0; i < cgroupCount; i++)
        {
            var cgroup = plan.Text();
            if (!WriteText(cgroup, "0"u8)) return Fail(control, $"cannot enter the control group of {Name(cgroup)}");
        }

        if (oomScoreAdjust != long.MinValue && !AdjustOomScore(oomScoreAdjust))
            return Fail(control, "cannot set oom_score_adj");

        for (var i = 0; i + 1 < limits.Length; i += 2)
        {
            var limit = new LibC.ResourceLimitValues { Soft = (ulong)limits[i + 1], Hard = (ulong)limits[i + 1] };
            if (LibC.SetLimit((int)limits[i], &limit) < 0)
                return Fail(control, $"cannot set limit {(LimitedResource)limits[i]} to {limits[i + 1]}");
        }

        if (*context != 0 && !TakeOnContext(context) && mustHaveContext)
            return Fail(control, $"unable to set security context {Name(context)}");
        if (!Privileges.Become(uid, gid, groups, clearCapabilities, out var step)) return Fail(control, step);
        CloseOthers(files, control);
        return Execute(plan.Texts(argumentCount), plan.Texts(environmentCount), control);
    }

    private static int Execute(byte** arguments, byte** environment, int control)
    {
        byte word;
        if (LibC.Read(control, &word, 1) != 1) return SetupFailed;

        // .NET ignores SIGPIPE, and what is ignored stays ignored in the next program.
        for (var signal = 1; signal <= 64; signal++) LibC.SetSignal(signal, 0);
        LibC.Execute(arguments[0], arguments, environment);
        return Fail(control, $"cannot execute binary {Name(arguments[0])}");
    }

    private static void CloseOthers(ReadOnlySpan<long> files, int control)
    {
        var next = 3u;
        foreach (var file in files)
        {
            if (file > next) CloseAtExecution(next, (uint)file - 1);
            next = (uint)file + 1;
        }

        if (control > next) CloseAtExecution(next, (uint)control - 1);
        CloseAtExecution((uint)control + 1, uint.MaxValue);
    }

    // The runtime goes on needing what it has opened, so the rest goes at the moment of execution. Kernels before 5.11
    // cannot do that: there it goes at once, which the compiled program stands.
    private static void CloseAtExecution(uint first, uint last)
    {
        if (LibC.CloseRange(first, last, LibC.CLOSE_RANGE_CLOEXEC) < 0) _ = LibC.CloseRange(first, last, 0);
    }

    private static bool AdjustOomScore(long score)
    {
        fixed (byte* path = "/proc/self/oom_score_adj\0"u8)
            return WriteText(path, Encoding.ASCII.GetBytes(score.ToString(CultureInfo.InvariantCulture)));
    }

    // What setexeccon(3) does: the program that this thread becomes runs with the label.
    private static bool TakeOnContext(byte* context)
    {
        var length = 0;
        while (context[length] != 0) length++;
        fixed (byte* path = "/proc/thread-self/attr/exec\0"u8)
            return WriteText(path, new ReadOnlySpan<byte>(context, length + 1));
    }

    private static bool WriteText(byte* path, ReadOnlySpan<byte> text)
    {
        var file = LibC.Open(path, LibC.O_WRONLY | LibC.O_CLOEXEC);
        if (file < 0) return false;
        bool isWritten;
        fixed (byte* start = text) isWritten = LibC.Write(file, start, (nuint)text.Length) == text.Length;
        LibC.Close(file);
        return isWritten;
    }

    private static int Fail(int control, string what)
    {
        var text = Encoding.UTF8.GetBytes($"{what}: {LibC.Describe(Marshal.GetLastPInvokeError())}");
        fixed (byte* start = text) _ = LibC.Write(control, start, (nuint)text.Length);
        return SetupFailed;
    }

    private static string Name(byte* text) => $"'{Marshal.PtrToStringUTF8((nint)text)}'";
}
