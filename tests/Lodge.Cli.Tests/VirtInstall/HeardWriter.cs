namespace Lodge.Cli.Tests.VirtInstall;

/// <summary>Keeps what is written, and tells when a line of a beginning is.</summary>
/// <param name="beginning">The beginning.</param>
internal sealed class HeardWriter(string beginning) : StringWriter
{
    private readonly TaskCompletionSource _heard = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Ends with the first such line.</summary>
    public Task Heard => _heard.Task;

    public override void Write(string? value)
    {
        base.Write(value);
        if (value?.StartsWith(beginning, StringComparison.Ordinal) == true) _heard.TrySetResult();
    }
}
