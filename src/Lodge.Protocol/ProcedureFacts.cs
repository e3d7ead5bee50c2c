using Lodge.Protocol.Errors;

namespace Lodge.Protocol;

/// <summary>Whether a procedure is called by clients, or is a message that the server sends of itself.</summary>
public enum ProcedureKind
{
    /// <summary>A client calls it and gets an answer.</summary>
    Call,

    /// <summary>The server sends it as an event; it has no answer.</summary>
    Message,
}

/// <summary>Which way the data of a call's stream flow, as the client sees it.</summary>
public enum StreamDirection
{
    /// <summary>The call opens no stream.</summary>
    None,

    /// <summary>The client reads what the server sends.</summary>
    Read,

    /// <summary>The client writes what the server takes.</summary>
    Write,

    /// <summary>Both ways at once, as a console.</summary>
    Both,
}

/// <summary>Whether file descriptors go with a call, as the client sees it.</summary>
public enum FileDirection
{
    /// <summary>None go with it.</summary>
    None,

    /// <summary>The client sends them with the call.</summary>
    Send,

    /// <summary>The client receives them with the answer.</summary>
    Receive,

    /// <summary>They go with the call and with the answer.</summary>
    Both,
}

/// <summary>What a read-only connection may do with a procedure.</summary>
public enum ReadOnlyAccess
{
    /// <summary>It may be called.</summary>
    Allowed,

    /// <summary>It is refused with VIR_ERR_OPERATION_DENIED.</summary>
    Denied,

    /// <summary>Some flags or sources are refused (secure XML, the guest agent); the handler looks.</summary>
    DependsOnArguments,
}

/// <summary>What the table knows of one procedure.</summary>
/// <param name="Number">The number on the wire.</param>
/// <param name="Name">The name without the program's prefix: <c>domain_lookup_by_name</c>.</param>
/// <param name="ApiName">The function of libvirt's public API behind it, or null where there is none.</param>
/// <param name="Kind">Call or message.</param>
/// <param name="IsHighPriority">Whether libvirt serves it on its priority workers: it never waits on a
/// hypervisor.</param>
/// <param name="Stream">Which way its stream flows.</param>
/// <param name="Files">Which way file descriptors go.</param>
/// <param name="ReadOnly">What read-only connections may do with it.</param>
/// <param name="Acl">The access rights it needs, as libvirt writes them: <c>object:permission[:condition]</c>.</param>
/// <param name="ErrorDomain">The domain of the errors that the public function itself reports.</param>
public sealed record ProcedureFacts(
    int Number,
    string Name,
    string? ApiName,
    ProcedureKind Kind,
    bool IsHighPriority,
    StreamDirection Stream,
    FileDirection Files,
    ReadOnlyAccess ReadOnly,
    IReadOnlyList<string> Acl,
    VirErrorDomain ErrorDomain)
{
    /// <summary>
    /// The error for a procedure that nobody serves: libvirt's VIR_ERR_NO_SUPPORT with the function's name.
    /// </summary>
    public VirException Unsupported() => new(VirErrorNumber.VIR_ERR_NO_SUPPORT, ErrorDomain, ApiName ?? Name);

    /// <summary>
    /// The error for a call that a read-only connection may not make: libvirt's VIR_ERR_OPERATION_DENIED.
    /// </summary>
    public VirException DeniedReadOnly() => new(
        VirErrorNumber.VIR_ERR_OPERATION_DENIED,
        ErrorDomain,
        $"read only access prevents {ApiName ?? Name}");
}
