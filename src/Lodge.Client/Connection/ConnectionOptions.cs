namespace Lodge.Client;

/// <summary>How a connection is opened.</summary>
public sealed record ConnectionOptions
{
    /// <summary>Whether only calls that change nothing are wanted; the server then refuses all others.</summary>
    public bool ReadOnly { get; init; }

    /// <summary>Whether names of <c>uri_aliases</c> in the client's configuration are not looked up.</summary>
    public bool NoAliases { get; init; }

    /// <summary>
    /// Whether each call reads its own answer on the caller's thread, which it blocks, until events, a stream or
    /// keepalive need a reader in the background. It suits short programs: nothing but the call itself is ever started.
    /// </summary>
    public bool ReadsInline { get; init; }
}
