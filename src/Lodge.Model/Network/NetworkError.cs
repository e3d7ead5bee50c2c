using Lodge.Protocol.Errors;

namespace Lodge.Model.Networks;

/// <summary>The refusals of networks' own XML, in libvirt's codes.</summary>
internal static class NetworkError
{
    public static VirException Xml(string detail) => Of(VirErrorNumber.VIR_ERR_XML_ERROR, detail);

    public static VirException Detail(string detail) => Of(VirErrorNumber.VIR_ERR_XML_DETAIL, detail);

    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    public static VirException NoOperation(string detail) =>
        Of(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, detail);

    public static VirException Invalid(string detail) => Of(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    public static VirException Internal(string detail) => Of(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, detail);

    public static VirException Of(VirErrorNumber code, string? detail) =>
        new(code, VirErrorDomain.VIR_FROM_NETWORK, detail);
}
