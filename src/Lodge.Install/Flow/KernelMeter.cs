using Lodge.Install.Flow.Progress;
using Lodge.Install.Media;

namespace Lodge.Install.Flow;

/// <summary>Shows the files of a tree as they come, one line each.</summary>
/// <param name="progress">Where they are shown.</param>
internal sealed class KernelMeter(ITransferProgress progress) : IProgress<Transfer>
{
    private string? _file;

    /// <inheritdoc/>
    public void Report(Transfer value)
    {
        if (_file != value.FileName)
        {
            End();
            _file = value.FileName;
            progress.Start($"Retrieving '{value.FileName}'", value.Total);
        }

        progress.Update(value.Done);
    }

    /// <summary>The last one is here.</summary>
    public void End()
    {
        if (_file is not null) progress.End();
        _file = null;
    }
}
