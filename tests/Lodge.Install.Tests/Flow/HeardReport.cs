using Lodge.Install.Flow;
using Lodge.Install.Flow.Progress;

namespace Lodge.Install.Tests.Flow;

/// <summary>Keeps what is reported, and calls a run off when something of a name begins.</summary>
/// <param name="end">The beginning of the name; null for never.</param>
internal sealed class HeardReport(string? end = null) : IInstallReport, ITransferProgress, IDisposable
{
    private readonly CancellationTokenSource _off = new();

    /// <summary>Ends the run.</summary>
    public CancellationToken Cancellation => _off.Token;

    /// <summary>What began, in its order.</summary>
    public List<string> Begun { get; } = [];

    /// <summary>What was said.</summary>
    public List<string> Lines { get; } = [];

    public void Print(string line) => Lines.Add(line);

    public void Warn(string line) => Lines.Add(line);

    public void Start(string text, long? size)
    {
        Begun.Add(text);
        if (end is not null && text.StartsWith(end, StringComparison.Ordinal)) _off.Cancel();
    }

    public void Update(long done)
    {
    }

    public void End()
    {
    }

    public void Dispose() => _off.Dispose();
}
