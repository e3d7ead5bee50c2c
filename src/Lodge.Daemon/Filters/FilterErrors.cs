using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Filters;

/// <summary>Refusals about packet filters, in libvirt's words.</summary>
internal static class FilterErrors
{
    public static VirException NotFound(string name) =>
        Of(VirErrorNumber.VIR_ERR_NO_NWFILTER, $"no nwfilter with matching name '{name}'");

    public static VirException NotFound(VirUuid uuid) =>
        Of(VirErrorNumber.VIR_ERR_NO_NWFILTER, $"no nwfilter with matching uuid '{uuid}'");

    public static VirException NoBinding(string port) =>
        Of(VirErrorNumber.VIR_ERR_NO_NWFILTER_BINDING, $"no nwfilter binding for port dev '{port}'");

    public static VirException Failed(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_FAILED, detail);

    public static VirException Invalid(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    private static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NWFILTER, detail);
}
