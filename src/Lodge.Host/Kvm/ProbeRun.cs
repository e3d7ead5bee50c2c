using System.ComponentModel;
using Lodge.Host.Native;

namespace Lodge.Host.Kvm;

/// <summary>
/// One run of the probe's program on a thread of its own. Whatever the virtual CPU does, the run ends: after each turn
/// the
/// waiting side sends the thread a signal that stays blocked everywhere but inside the kernel's run of the CPU.
/// </summary>
internal sealed class ProbeRun
{
    private static readonly TimeSpan Turn = TimeSpan.FromMilliseconds(25);

    // A real processor needs a fraction of a millisecond; an interpreting kernel needs hundreds.
    private static readonly TimeSpan Enough = TimeSpan.FromMilliseconds(20);
    private const int Turns = 40;

    private readonly ProbeMachine _machine;
    private readonly Lock _ending = new();
    private readonly TaskCompletionSource _ended = new();
    private int _thread;
    private volatile bool _last;

    private ProbeRun(ProbeMachine machine) => _machine = machine;

    /// <summary>The processor time that the run used.</summary>
    public TimeSpan Used { get; private set; }

    /// <summary>The errno with which the run ended; zero where the CPU came back by itself.</summary>
    public int Error { get; private set; }

    /// <summary>What the kernel refused, or null.</summary>
    public Win32Exception? Refusal { get; private set; }

    /// <summary>Whether the thread came back at all; if not, the machine must not be disposed.</summary>
    public bool CameBack { get; private set; }

    /// <summary>Runs the program to its end, or to the last turn.</summary>
    public static ProbeRun Of(ProbeMachine machine)
    {
        var run = new ProbeRun(machine);
        new Thread(run.Work) { IsBackground = true, Name = "kvm probe" }.Start();
        for (var turn = 1; turn <= Turns && !run._ended.Task.Wait(Turn); turn++)
        {
            run._last = turn == Turns;
            run.Interrupt();
        }

        run.CameBack = run._ended.Task.Wait(Turn);
        return run;
    }

    private void Work()
    {
        try
        {
            var blocked = LibC.Block(LibC.Sigusr2);
            _machine.SetSignalMask(blocked & ~(1UL << (LibC.Sigusr2 - 1)));
            Volatile.Write(ref _thread, LibC.ThreadId());
            var before = LibC.ThreadCpuTime();
            do
            {
                Error = _machine.Run();
                Used = LibC.ThreadCpuTime() - before;
            }
            while (Error == LibC.Eintr && Used < Enough && !_last);
        }
        catch (Win32Exception refusal)
        {
            Refusal = refusal;
        }

        // The signal goes to a thread that is still there, never to one that took over its number.
        lock (_ending)
        {
            _ended.SetResult();
        }
    }

    private void Interrupt()
    {
        lock (_ending)
        {
            var thread = Volatile.Read(ref _thread);
            if (!_ended.Task.IsCompleted && thread != 0)
            {
                _ = LibC.SignalThread(Environment.ProcessId, thread, LibC.Sigusr2);
            }
        }
    }
}
