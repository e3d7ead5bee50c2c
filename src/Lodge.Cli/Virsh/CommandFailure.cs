namespace Lodge.Cli.Virsh;

/// <summary>A command that could not do its work: what it says itself, and the daemon's reason underneath.</summary>
internal sealed class CommandFailure : Exception
{
    /// <summary>Everything was said already.</summary>
    internal CommandFailure()
    {
    }

    /// <summary>Its own line was told already.</summary>
    /// <param name="reason">The daemon's error.</param>
    internal CommandFailure(VirException reason)
        : base(reason.Message, reason)
    {
    }

    /// <param name="message">The line after <c>error: </c>.</param>
    /// <param name="reason">The daemon's error, told on the line after.</param>
    internal CommandFailure(string message, VirException? reason = null)
        : base(message, reason) => HasMessage = true;

    /// <summary>There is a line of its own to tell.</summary>
    internal bool HasMessage { get; }

    /// <summary>The daemon's error, if that is why.</summary>
    internal VirException? Reason => InnerException as VirException;
}
