namespace Lodge.Install.Options;

/// <summary>An option that makes no sense, with what to tell the person who gave it.</summary>
public sealed class OptionException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">The whole line but for <c>ERROR</c> before it.</param>
    /// <param name="cause">What made it known.</param>
    public OptionException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }

    /// <summary>What was perhaps meant; null where nothing comes near.</summary>
    public string? Hint { get; init; }
}
