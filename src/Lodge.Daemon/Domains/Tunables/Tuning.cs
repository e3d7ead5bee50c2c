using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>Refusals that tunables share.</summary>
internal static class Tuning
{
    /// <summary>The host has no control group through which a running guest could be tuned.</summary>
    public static VirException NoController(string controller) =>
        DomainErrors.Invalid($"cgroup {controller} controller is not mounted");

    /// <summary>The call knows no such parameter.</summary>
    public static VirException Unknown(TypedParameter parameter) =>
        DomainErrors.InvalidArgument($"parameter '{parameter.Field}' not supported");

    /// <summary>The value of a parameter as a number without sign.</summary>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG for any other type.</exception>
    public static ulong Number(TypedParameter parameter) => parameter.Value.ToUInt64()
        ?? throw DomainErrors.InvalidArgument($"invalid type '{parameter.Value.Type}' for parameter '{parameter.Field}'");
}
