using Lodge.Protocol.Errors;

namespace Lodge.Qemu.CommandLine;

/// <summary>The refusals of the QEMU driver, with libvirt's codes.</summary>
internal static class ConfigurationError
{
    public static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_QEMU, detail);

    public static VirException Internal(string detail) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail);

    public static VirException Xml(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail);

    public static VirException InvalidArgument(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_QEMU, detail);
}
