namespace Lodge.Install.Flow;

/// <summary>A guest cannot be made as it was asked for.</summary>
/// <param name="message">What is wrong and what to do.</param>
/// <param name="cause">What made it known.</param>
internal sealed class InstallFailure(string message, Exception? cause = null) : Exception(message, cause);
