using Lodge.Protocol.Errors;

namespace Lodge.Network.Filters;

/// <summary>Refusals of packet filtering.</summary>
internal static class FilterError
{
    public static VirException Internal(string detail) => Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    public static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NWFILTER, detail);
}
