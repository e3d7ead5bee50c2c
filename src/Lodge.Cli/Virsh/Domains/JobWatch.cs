using System.Runtime.InteropServices;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Runs a long job of a domain: shows how far it is, and gives it up when the user interrupts.</summary>
internal static class JobWatch
{
    private static readonly TimeSpan Between = TimeSpan.FromMilliseconds(500);

    /// <summary>Runs a job to its end.</summary>
    /// <param name="shell">Where progress is shown.</param>
    /// <param name="domain">The domain whose job it is.</param>
    /// <param name="label">What it is called.</param>
    /// <param name="verbose">Show progress.</param>
    /// <param name="startAsync">Makes the call that lasts as long as the job.</param>
    internal static async Task RunAsync(
        Shell shell, Domain domain, string label, bool verbose, Func<Task> startAsync)
    {
        using var interrupt = PosixSignalRegistration.Create(PosixSignal.SIGINT, signal =>
        {
            signal.Cancel = true;
            _ = AbortAsync(domain);
        });
        var job = startAsync();
        if (verbose)
        {
            await ShowAsync(shell, domain, label, job);
        }

        await job;
        if (verbose)
        {
            Show(shell, label, 0, 1);
        }
    }

    private static async Task ShowAsync(Shell shell, Domain domain, string label, Task job)
    {
        using var timer = new PeriodicTimer(Between);
        while (await Task.WhenAny(job, timer.WaitForNextTickAsync().AsTask()) != job)
        {
            try
            {
                var info = await domain.GetJobInfoAsync();
                if (info.DataTotal > 0)
                {
                    Show(shell, label, info.DataRemaining, info.DataTotal);
                }
            }
            catch (VirException)
            {
                // The job's own call tells what went wrong.
            }
        }
    }

    /// <summary>Shows how far a job is.</summary>
    internal static void Show(Shell shell, string label, ulong remaining, ulong total)
    {
        var percent = remaining == 0 ? 100 : Math.Min(99, (int)(100.0 - (remaining * 100.0 / total)));
        shell.PrintProgress($"\r{label}: [{percent,3} %]");
    }

    private static async Task AbortAsync(Domain domain)
    {
        try
        {
            await domain.AbortJobAsync();
        }
        catch (VirException)
        {
            // The job ended by itself meanwhile.
        }
    }
}
