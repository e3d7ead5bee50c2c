namespace Lodge.Daemon.Server;

/// <summary>The daemon cannot begin to serve; the text says why and what to do.</summary>
internal sealed class DaemonStartException(string message, Exception? cause = null) : Exception(message, cause);
