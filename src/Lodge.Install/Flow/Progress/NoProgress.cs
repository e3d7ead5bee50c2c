namespace Lodge.Install.Flow.Progress;

/// <summary>Tells nobody.</summary>
public sealed class NoProgress : ITransferProgress
{
    /// <summary>The one there is.</summary>
    public static NoProgress Instance { get; } = new();

    /// <inheritdoc/>
    public void Start(string text, long? size)
    {
    }

    /// <inheritdoc/>
    public void Update(long done)
    {
    }

    /// <inheritdoc/>
    public void End()
    {
    }
}
