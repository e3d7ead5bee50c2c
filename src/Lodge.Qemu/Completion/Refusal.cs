using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion;

/// <summary>The refusals of completion, each from the part of libvirt that makes it there.</summary>
internal static class Refusal
{
    /// <summary>Something well formed that QEMU cannot do, as libvirt's QEMU driver says it.</summary>
    public static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_QEMU, detail);

    /// <summary>A broken description, as libvirt's QEMU driver says it.</summary>
    public static VirException Xml(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail);

    /// <summary>A contradiction, as libvirt's QEMU driver says it.</summary>
    public static VirException Internal(string detail) =>
        new(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_QEMU, detail);

    /// <summary>Something well formed that libvirt's common code refuses.</summary>
    public static VirException DomainUnsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_DOMAIN, detail);

    /// <summary>Anything that libvirt's common code refuses.</summary>
    public static VirException Domain(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_DOMAIN, detail);

    /// <summary>A broken description, as libvirt's common code says it.</summary>
    public static VirException DomainXml(string detail) => Domain(VirErrorNumber.VIR_ERR_XML_ERROR, detail);

    /// <summary>A broken description refused with VIR_ERR_XML_DETAIL.</summary>
    public static VirException DomainDetail(string detail) => Domain(VirErrorNumber.VIR_ERR_XML_DETAIL, detail);
}
