using Lodge.Protocol.Errors;

namespace Lodge.Model.Storage;

/// <summary>The refusals of pool and volume XML, which libvirt's storage part makes.</summary>
internal static class StorageError
{
    /// <summary>A broken description (VIR_ERR_XML_ERROR).</summary>
    public static VirException Xml(string detail) => Of(VirErrorNumber.VIR_ERR_XML_ERROR, detail);

    /// <summary>Something well formed that is not supported (VIR_ERR_CONFIG_UNSUPPORTED).</summary>
    public static VirException Unsupported(string detail) => Of(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, detail);

    /// <summary>Any other code.</summary>
    public static VirException Of(VirErrorNumber code, string detail) =>
        new(code, VirErrorDomain.VIR_FROM_STORAGE, detail);
}
