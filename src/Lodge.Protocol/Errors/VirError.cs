namespace Lodge.Protocol.Errors;

/// <summary>An error with every field that crosses the wire (libvirt's <c>virError</c>).</summary>
/// <remarks>
/// Source: libvirt's <c>virNetMessageError</c>. The network and domain of the wire are carried by their names only.
/// </remarks>
public sealed record VirError
{
    /// <summary>What went wrong.</summary>
    public required VirErrorNumber Code { get; init; }

    /// <summary>Which part reports it.</summary>
    public required VirErrorDomain Domain { get; init; }

    /// <summary>The whole text, as a person reads it after <c>error: </c>.</summary>
    public required string Message { get; init; }

    /// <summary>0 none, 1 warning, 2 error (libvirt's <c>virErrorLevel</c>).</summary>
    public int Level { get; init; } = 2;

    /// <summary>Extra text, libvirt's <c>str1</c>: the format that made the message, on the wire.</summary>
    public string? Text1 { get; init; }

    /// <summary>Extra text, libvirt's <c>str2</c>: the object or value the message speaks of.</summary>
    public string? Text2 { get; init; }

    /// <summary>Extra text, libvirt's <c>str3</c>.</summary>
    public string? Text3 { get; init; }

    /// <summary>Extra number, libvirt's <c>int1</c>.</summary>
    public int Number1 { get; init; }

    /// <summary>Extra number, libvirt's <c>int2</c>.</summary>
    public int Number2 { get; init; }
}
