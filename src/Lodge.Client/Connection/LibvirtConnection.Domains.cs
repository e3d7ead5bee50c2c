using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Guests: finding, defining, making.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>
    /// Makes a guest of a description and starts it; it is gone when it stops. (<c>virDomainCreateXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> CreateDomainXmlAsync(
        string xml, VirDomainCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new Domain(this, (await Rpc.DomainCreateXmlAsync(
            new() { XmlDesc = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Dom);

    /// <summary>
    /// Defines a guest, anew or in place of the one with the same name and UUID. (<c>virDomainDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> DefineDomainXmlAsync(string xml, CancellationToken cancellationToken = default) =>
        new Domain(this, (await Rpc.DomainDefineXmlAsync(
            new() { Xml = xml }, cancellationToken).ConfigureAwait(false)).Dom);

    /// <summary>
    /// Lists the names of the guests that are defined and do not run. (<c>virConnectListDefinedDomains</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListDefinedDomainsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListDefinedDomainsAsync(
            new()
            {
                Maxnames = RemoteConstants.REMOTE_DOMAIN_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Finds a guest that runs by its number. (<c>virDomainLookupByID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> LookupDomainByIdAsync(int id, CancellationToken cancellationToken = default) =>
        new Domain(this, (await Rpc.DomainLookupByIdAsync(
            new() { Id = id }, cancellationToken).ConfigureAwait(false)).Dom);

    /// <summary>Finds a guest by its name. (<c>virDomainLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> LookupDomainByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new Domain(this, (await Rpc.DomainLookupByNameAsync(
            new() { Name = name }, cancellationToken).ConfigureAwait(false)).Dom);

    /// <summary>Finds a guest by its UUID. (<c>virDomainLookupByUUID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> LookupDomainByUuidAsync(
        VirUuid uuid, CancellationToken cancellationToken = default) =>
        new Domain(this, (await Rpc.DomainLookupByUuidAsync(
            new() { Uuid = uuid }, cancellationToken).ConfigureAwait(false)).Dom);

    /// <summary>Counts the guests that are defined and do not run. (<c>virConnectNumOfDefinedDomains</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfDefinedDomainsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfDefinedDomainsAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the numbers of the guests that run. (<c>virConnectListDomains</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int[]> ListDomainsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListDomainsAsync(
            new() { Maxids = RemoteConstants.REMOTE_DOMAIN_LIST_MAX }, cancellationToken).ConfigureAwait(false)).Ids;

    /// <summary>Counts the guests that run. (<c>virConnectNumOfDomains</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfDomainsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfDomainsAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Starts a guest from a file that it was saved to. (<c>virDomainRestore</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask RestoreDomainAsync(string path, CancellationToken cancellationToken = default) =>
        Rpc.DomainRestoreAsync(new() { From = path }, cancellationToken);

    /// <summary>
    /// Turns a hypervisor's own configuration into a guest's description. (<c>virConnectDomainXMLFromNative</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> DomainXmlFromNativeAsync(
        string format, string config, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectDomainXmlFromNativeAsync(
            new()
            {
                NativeFormat = format, NativeConfig = config, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).DomainXml;

    /// <summary>
    /// Turns a guest's description into a hypervisor's own configuration. (<c>virConnectDomainXMLToNative</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> DomainXmlToNativeAsync(
        string format, string xml, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectDomainXmlToNativeAsync(
            new()
            {
                NativeFormat = format, DomainXml = xml, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).NativeConfig;

    /// <summary>
    /// Starts a guest from a file that it was saved to, with a changed description if wanted.
    /// (<c>virDomainRestoreFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask RestoreDomainFlagsAsync(
        string path, string? xml, VirDomainSaveRestoreFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainRestoreFlagsAsync(new() { From = path, Dxml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks for the description inside a file that a guest was saved to. (<c>virDomainSaveImageGetXMLDesc</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> DomainSaveImageGetXmlDescAsync(
        string path, VirDomainSaveImageXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSaveImageGetXmlDescAsync(
            new() { File = path, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>
    /// Changes the description inside a file that a guest was saved to. (<c>virDomainSaveImageDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DomainSaveImageDefineXmlAsync(
        string path, string xml, VirDomainSaveRestoreFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSaveImageDefineXmlAsync(new() { File = path, Dxml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>Lists guests; without flags all of them. (<c>virConnectListAllDomains</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<Domain>> ListAllDomainsAsync(
        VirConnectListAllDomainsFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllDomainsAsync(
            new() { NeedResults = 1, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Domains);

    /// <summary>
    /// Asks what guests of an emulator, architecture, machine and type can have, as XML; null for the usual.
    /// (<c>virConnectGetDomainCapabilities</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetDomainCapabilitiesAsync(
        string? emulator, string? arch, string? machine, string? virtType, uint flags = 0,
        CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetDomainCapabilitiesAsync(
            new()
            {
                Emulatorbin = emulator, Arch = arch, Machine = machine, Virttype = virtType, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Capabilities;

    /// <summary>
    /// Defines a guest, and can hold its description against the schema first. (<c>virDomainDefineXMLFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Domain> DefineDomainXmlFlagsAsync(
        string xml, VirDomainDefineFlags flags = 0, CancellationToken cancellationToken = default) =>
        new Domain(this, (await Rpc.DomainDefineXmlFlagsAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Dom);

    /// <summary>Starts a guest from where the parameters say it was saved to. (<c>virDomainRestoreParams</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask RestoreDomainParamsAsync(
        TypedParameter[] parameters, VirDomainSaveRestoreFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainRestoreParamsAsync(new() { Params = parameters, Flags = (uint)flags }, cancellationToken);
}
