namespace Lodge.Protocol.Errors;

/// <summary>A failure that has libvirt's code, domain and text, and crosses the wire as such.</summary>
public sealed class VirException : Exception
{
    /// <summary>Wraps an error as it is.</summary>
    public VirException(VirError error, Exception? cause = null)
        : base(error.Message, cause) => Error = error;

    /// <summary>Makes an error whose text is libvirt's own for the code, with the detail put in.</summary>
    /// <param name="code">What went wrong.</param>
    /// <param name="domain">Which part reports it.</param>
    /// <param name="detail">The object's name and what to do about it, or null for libvirt's bare text.</param>
    /// <param name="cause">The failure underneath, if any.</param>
    public VirException(VirErrorNumber code, VirErrorDomain domain, string? detail, Exception? cause = null)
        : this(
            new VirError
            {
                Code = code,
                Domain = domain,
                Message = VirErrorMessages.Compose(code, detail),
                Text1 = detail is null ? null : "%s",
                Text2 = detail,
            },
            cause)
    {
    }

    /// <summary>The error with every field of the wire.</summary>
    public VirError Error { get; }

    /// <summary>What went wrong.</summary>
    public VirErrorNumber Code => Error.Code;

    /// <summary>Which part reports it.</summary>
    public VirErrorDomain Domain => Error.Domain;
}
