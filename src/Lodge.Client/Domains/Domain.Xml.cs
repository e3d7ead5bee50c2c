using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>The description of the guest, and what is noted in it.</content>
public sealed partial class Domain
{
    /// <summary>Asks for the guest's description, as XML. (<c>virDomainGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(
        VirDomainXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetXmlDescAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Asks what kind of system the guest is booted as: hvm, linux. (<c>virDomainGetOSType</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetOSTypeAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetOsTypeAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Type;

    /// <summary>Asks whether the guest's description was changed while it ran. (<c>virDomainIsUpdated</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsUpdatedAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainIsUpdatedAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Updated != 0;

    /// <summary>
    /// Changes the guest's title, its description, or an element that an application keeps in it; null takes it out.
    /// (<c>virDomainSetMetadata</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetMetadataAsync(
        VirDomainMetadataType type, string? metadata, string? key, string? uri,
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetMetadataAsync(
            new()
            {
                Dom = Wire, Type = (int)type, Metadata = metadata, Key = key, Uri = uri, Flags = (uint)flags,
            },
            cancellationToken);

    /// <summary>
    /// Asks for the guest's title, its description, or an element that an application keeps in it.
    /// (<c>virDomainGetMetadata</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetMetadataAsync(
        VirDomainMetadataType type, string? uri, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetMetadataAsync(
            new()
            {
                Dom = Wire, Type = (int)type, Uri = uri, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Metadata;

    /// <summary>
    /// Asks for the description inside the guest's saved state. (<c>virDomainManagedSaveGetXMLDesc</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> ManagedSaveGetXmlDescAsync(
        VirDomainSaveImageXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainManagedSaveGetXmlDescAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>
    /// Says what is done when the guest powers off, restarts or crashes. (<c>virDomainSetLifecycleAction</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetLifecycleActionAsync(
        VirDomainLifecycle type, VirDomainLifecycleAction action, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetLifecycleActionAsync(
            new() { Dom = Wire, Type = (uint)type, Action = (uint)action, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks for the description of the backup under way. (<c>virDomainBackupGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> BackupGetXmlDescAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainBackupGetXmlDescAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>
    /// Asks what the server has to say of the guest: why it is tainted, what it uses that is deprecated.
    /// (<c>virDomainGetMessages</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> GetMessagesAsync(
        VirDomainMessageType flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetMessagesAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Msgs;
}
