using System.Buffers;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Where a disk's content lies, as QEMU can reach it (<c>qemuDomainValidateStorageSource</c>).</summary>
internal static class StorageValidation
{
    private static readonly SearchValues<char> NotInNames = SearchValues.Create(" \t\n\r()<>@,;:\\\"/[]?={}");
    private static readonly SearchValues<char> NotInValues = SearchValues.Create(" \t\n\r\",;\\");

    /// <summary>Checks a disk's own source and all that is said to lie below it.</summary>
    public static VirException? Find(Disk disk, IMachineFacts facts)
    {
        // What lies below an image is only ever read.
        var isReadonly = disk.Readonly;
        for (var layer = disk.Source; layer is { Type: not StorageType.None }; layer = layer.Backing)
        {
            var refused = FindFormat(layer) ?? FindFolder(layer, isReadonly) ?? FindWeb(layer) ?? FindServer(layer)
                ?? FindCache(layer) ?? FindEncryption(layer, facts) ?? FindTls(layer, facts);
            if (refused is not null)
            {
                return refused;
            }

            isReadonly = true;
        }

        return null;
    }

    private static VirException? FindFormat(StorageSource source) => source.Format switch
    {
        StorageFormat.Cow => Unsupported("'cow' storage format is not supported"),
        StorageFormat.Dir => Unsupported(
            "'directory' storage format is not directly supported by QEMU, use 'dir' disk type instead"),
        StorageFormat.Iso => Unsupported(
            "storage format 'iso' is not directly supported by QEMU, use 'raw' instead"),
        StorageFormat.Fat when source.Type is not (StorageType.Volume or StorageType.Dir) => Unsupported(
            "storage format 'fat' is supported only with 'dir' storage type"),
        _ => null,
    };

    private static VirException? FindFolder(StorageSource source, bool isReadonly) =>
        source.Type != StorageType.Dir ? null
        : source.Format is not (StorageFormat.None or StorageFormat.Fat)
            ? Unsupported("storage type 'dir' requires use of storage format 'fat'")
        : !isReadonly ? Unsupported("virtual FAT storage can't be accessed in read-write mode")
        : null;

    private static VirException? FindWeb(StorageSource source)
    {
        if (source.Network is not { } network)
        {
            return null;
        }

        var isHttp = network.Protocol is StorageProtocol.Http or StorageProtocol.Https;
        var isFtp = network.Protocol is StorageProtocol.Ftp or StorageProtocol.Ftps;
        return network.SslVerify is not null && network.Protocol is not (StorageProtocol.Https or StorageProtocol.Ftps)
                ? Unsupported("ssl verification is supported only with HTTPS/FTPS protocol")
            : network.Cookies.Count > 0 && !isHttp
                ? Unsupported("http cookies are supported only with HTTP(S) protocol")
            : network.Cookies.Select(FindCookie).FirstOrDefault(refused => refused is not null) is { } cookie ? cookie
            : network.ReadAhead > 0 && !isHttp && !isFtp
                ? Unsupported("readahead is supported only with HTTP(S)/FTP(s) protocols")
            : network.Timeout > 0 && !isHttp && !isFtp
                ? Unsupported("timeout is supported only with HTTP(S)/FTP(s) protocols")
            : network.Query is not null && !isHttp ? Unsupported("query is supported only with HTTP(S) protocols")
            : network.Protocol == StorageProtocol.Tftp
                ? Unsupported("'tftp' protocol is not supported with this QEMU binary")
            : null;
    }

    private static VirException? FindCookie(KeyValuePair<string, string> cookie) =>
        cookie.Key.Length == 0 ? CookieXml("cookie name must not be empty")
        : cookie.Key.AsSpan().ContainsAny(NotInNames)
            ? CookieXml($"cookie name '{cookie.Key}' contains invalid characters")
        : CookieValue(cookie.Value).ContainsAny(NotInValues)
            ? CookieXml($"value of cookie '{cookie.Key}' contains invalid characters")
        : null;

    private static ReadOnlySpan<char> CookieValue(string value) =>
        value is ['"', .., '"'] ? value.AsSpan(1, value.Length - 2) : value;

    private static VirException CookieXml(string detail) =>
        new(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_STORAGE, detail);

    private static VirException? FindServer(StorageSource source) => source.Network switch
    {
        { Protocol: StorageProtocol.Nfs, Hosts.Count: not 1 } =>
            Unsupported("'nfs' protocol requires the usage of exactly one host"),
        { Protocol: StorageProtocol.Nfs, Hosts: [{ Transport: not StorageTransport.Tcp }] } =>
            Unsupported("'nfs' host must use TCP protocol"),
        { Protocol: StorageProtocol.Nfs, Hosts: [{ Port: not 0 }] } =>
            Unsupported("port cannot be specified in 'nfs' protocol host"),
        _ => null,
    };

    private static VirException? FindCache(StorageSource source) =>
        source.MetadataCacheSize > 0 && source.Format != StorageFormat.Qcow2
            ? Unsupported("metadata cache max size control is supported only with qcow2 images") : null;

    private static VirException? FindEncryption(StorageSource source, IMachineFacts facts) => source.Encryption switch
    {
        null => null,
        { Format: EncryptionFormat.Default or EncryptionFormat.Qcow } =>
            Unsupported("old qcow/qcow2 encryption is not supported"),
        { Engine: EncryptionEngine.Librbd } when !facts.Has(QemuCapability.RbdEncryption) =>
            Unsupported("librbd encryption is not supported by this QEMU binary"),
        { Engine: EncryptionEngine.Librbd } when source.Network?.Protocol != StorageProtocol.Rbd =>
            Unsupported("librbd encryption is supported only with RBD backed disks"),
        { Engine: EncryptionEngine.Librbd } => null,
        { Format: EncryptionFormat.Luks2 } =>
            Unsupported("luks2 is currently not supported by the qemu encryption engine"),
        _ when source.Format is not (StorageFormat.Qcow2 or StorageFormat.Raw) =>
            Unsupported("encryption is supported only with 'raw' and 'qcow2' image format"),
        _ => null,
    };

    private static VirException? FindTls(StorageSource source, IMachineFacts facts) =>
        source.Network?.TlsHostname is null ? null
        : source.Network.Protocol != StorageProtocol.Nbd
            ? Unsupported("'tlsHostname' field is supported only with NBD disks")
        : !facts.Has(QemuCapability.BlockdevNbdTlsHostname)
            ? Unsupported("'tlsHostname' field is not supported by this QEMU")
        : null;
}
