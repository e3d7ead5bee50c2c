namespace Lodge.Install.Media;

/// <summary>Media or a tree that cannot be installed from, with what to tell the person who named it.</summary>
public sealed class InstallSourceException : Exception
{
    /// <summary>Makes one.</summary>
    /// <param name="message">What is wrong and what to do.</param>
    /// <param name="cause">What made it known.</param>
    public InstallSourceException(string message, Exception? cause = null)
        : base(message, cause)
    {
    }
}
