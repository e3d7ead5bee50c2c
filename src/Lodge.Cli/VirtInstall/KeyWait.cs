namespace Lodge.Cli.VirtInstall;

/// <summary>Waits a while for a person at the terminal.</summary>
internal static class KeyWait
{
    /// <summary>Waits until a line is entered, or the time is over.</summary>
    public static async Task ForEnterAsync(TimeSpan time, CancellationToken cancellation)
    {
        var line = Task.Run(Console.In.ReadLine, cancellation);
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        over.CancelAfter(time);
        await line.WaitAsync(over.Token).ContinueWith(static _ => { }, TaskScheduler.Default);
        cancellation.ThrowIfCancellationRequested();
    }
}
