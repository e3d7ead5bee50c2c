namespace Lodge.Host.Programs;

/// <summary>How a program of the host ended.</summary>
/// <param name="Status">Its exit status; 128 and more for a signal.</param>
/// <param name="Output">What it wrote to its standard output.</param>
/// <param name="Error">What it wrote to its standard error.</param>
public sealed record ProgramOutcome(int Status, string Output, string Error)
{
    /// <summary>Whether it ended well.</summary>
    public bool IsSuccess => Status == 0;
}
