using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

/// <summary>The refusals of the domain driver, in libvirt's words.</summary>
internal static class DomainErrors
{
    /// <summary>The domain is not in the state that the call needs.</summary>
    public static VirException Invalid(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    /// <summary>The call needs a guest that runs.</summary>
    public static VirException NotRunning() =>
        Object(VirErrorNumber.VIR_ERR_OPERATION_INVALID, "domain is not running");

    /// <summary>What the objects themselves refuse, whichever driver they belong to.</summary>
    public static VirException Object(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_DOMAIN, detail);

    /// <summary>The call changes the configuration of a domain that has none.</summary>
    public static VirException NoPersistentConfig() => Invalid("transient domains do not have any persistent config");

    /// <summary>The change could not be made.</summary>
    public static VirException Failed(string detail, Exception? cause = null) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_QEMU, detail, cause);

    /// <summary>The guest's QEMU or the host did what it must not.</summary>
    public static VirException Internal(string detail, Exception? cause = null) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail, cause);

    /// <summary>The argument makes no sense.</summary>
    public static VirException InvalidArgument(string detail) => Of(VirErrorNumber.VIR_ERR_INVALID_ARG, detail);

    /// <summary>The call, flag or device is nothing this guest, host or version has.</summary>
    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    /// <summary>The operation is none that this guest or version has.</summary>
    public static VirException OperationUnsupported(string detail) =>
        Of(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, detail);

    /// <summary>
    /// A guest's memory goes through the host's cache: what libvirt says where the cache cannot be passed by.
    /// </summary>
    public static VirException NoCacheBypass() => Failed("bypass cache unsupported by this system");

    /// <summary>The domain asked for does not exist.</summary>
    /// <param name="what">For example <c>no domain with matching name 'web'</c>.</param>
    public static VirException NoDomain(string what) => Of(VirErrorNumber.VIR_ERR_NO_DOMAIN, what);

    /// <summary>The agent in the guest is missing, silent, or refused.</summary>
    public static VirException AgentUnresponsive(string detail) =>
        Of(VirErrorNumber.VIR_ERR_AGENT_UNRESPONSIVE, detail);

    /// <summary>Any other code, reported by the QEMU driver.</summary>
    public static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_QEMU, detail);
}
