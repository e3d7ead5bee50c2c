using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>Refusals that tunables share.</summary>
internal static class Tuning
{
    /// <summary>Guests run in no control group yet, through which they could be tuned while they run.</summary>
    public static VirException NoController(string controller) => DomainErrors.Of(
        VirErrorNumber.VIR_ERR_NO_SUPPORT,
        $"a running guest has no cgroup with the {controller} controller; tune its configuration");

    /// <summary>The call knows no such parameter.</summary>
    public static VirException Unknown(TypedParameter parameter) =>
        DomainErrors.Of(
            VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED, $"parameter '{parameter.Field}' not supported");

    /// <summary>The value of a parameter as a number without sign.</summary>
    /// <exception cref="VirException">VIR_ERR_INVALID_ARG for any other type.</exception>
    public static ulong Number(TypedParameter parameter) => parameter.Value.ToUInt64()
        ?? throw DomainErrors.InvalidArgument(
            $"invalid type '{parameter.Value.Type}' for parameter '{parameter.Field}'");
}
