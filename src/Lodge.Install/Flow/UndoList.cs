namespace Lodge.Install.Flow;

/// <summary>What takes back all that was made so far, the last first, unless it is kept.</summary>
/// <param name="report">Hears what could not be taken back.</param>
internal sealed class UndoList(IInstallReport report) : IAsyncDisposable
{
    private readonly Stack<(string What, Func<Task> Undo)> _steps = new();

    /// <summary>Notes how something that was just made is taken back.</summary>
    public void Add(string what, Func<Task> undo) => _steps.Push((what, undo));

    /// <summary>Keeps everything.</summary>
    public void Keep() => _steps.Clear();

    /// <summary>Takes everything back that is not kept.</summary>
    public async ValueTask DisposeAsync()
    {
        while (_steps.TryPop(out var step))
        {
            try
            {
                await step.Undo();
            }
            catch (Exception failed) when (failed is Protocol.Errors.VirException or IOException
                or UnauthorizedAccessException)
            {
                report.Warn($"Failed to remove {step.What}: {failed.Message}");
            }
        }
    }
}
