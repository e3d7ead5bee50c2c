using Lodge.Protocol.Errors;

namespace Lodge.Model.Xml;

/// <summary>The refusals that parsing makes, each from the part of libvirt that makes it there.</summary>
internal static class XmlError
{
    /// <summary>A malformed value, as libvirt's XML library reports it.</summary>
    public static VirException Here(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_XML, detail);

    /// <summary>Something the domain's own code refuses.</summary>
    public static VirException Domain(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_DOMAIN, detail);

    /// <summary>A broken description (VIR_ERR_XML_ERROR) of a domain.</summary>
    public static VirException Domain(string detail) => Domain(VirErrorNumber.VIR_ERR_XML_ERROR, detail);

    /// <summary>Something well formed that is not supported (VIR_ERR_CONFIG_UNSUPPORTED).</summary>
    public static VirException Unsupported(string detail) =>
        Domain(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    /// <summary>Something in what domains and networks have in common (<c>VIR_FROM_NONE</c>).</summary>
    public static VirException Shared(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_NONE, detail);

    /// <summary>A share of the host's resources that cannot be (<c>VIR_FROM_RESCTRL</c>).</summary>
    public static VirException Resources(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_RESCTRL, detail);

    /// <summary>A document that is no XML (VIR_ERR_XML_DETAIL).</summary>
    public static VirException Malformed(VirErrorDomain domain, string detail, Exception? cause = null) =>
        new(VirErrorNumber.VIR_ERR_XML_DETAIL, domain, detail, cause);
}
