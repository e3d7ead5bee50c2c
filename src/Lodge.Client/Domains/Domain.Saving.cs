using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>The guest's memory written to files.</content>
public sealed partial class Domain
{
    /// <summary>Writes the guest's memory to a file on the host. (<c>virDomainCoreDump</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CoreDumpAsync(
        string path, VirDomainCoreDumpFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainCoreDumpAsync(new() { Dom = Wire, To = path, Flags = (uint)flags }, cancellationToken);

    /// <summary>Writes the guest's memory to a file on the host and ends it. (<c>virDomainSave</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SaveAsync(string path, CancellationToken cancellationToken = default) =>
        Rpc.DomainSaveAsync(new() { Dom = Wire, To = path }, cancellationToken);

    /// <summary>
    /// Writes the guest's memory to where its next start finds it, and ends it. (<c>virDomainManagedSave</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ManagedSaveAsync(
        VirDomainSaveRestoreFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainManagedSaveAsync(new() { Dom = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks whether the guest's next start goes on from a saved state. (<c>virDomainHasManagedSaveImage</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> HasManagedSaveImageAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainHasManagedSaveImageAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Result != 0;

    /// <summary>Throws the guest's saved state away. (<c>virDomainManagedSaveRemove</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ManagedSaveRemoveAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainManagedSaveRemoveAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>
    /// Writes the guest's memory to a file on the host and ends it, with a changed description if wanted.
    /// (<c>virDomainSaveFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SaveFlagsAsync(
        string path, string? xml, VirDomainSaveRestoreFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSaveFlagsAsync(new() { Dom = Wire, To = path, Dxml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Writes the guest's memory to a file on the host, in one of several formats.
    /// (<c>virDomainCoreDumpWithFormat</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CoreDumpWithFormatAsync(
        string path, VirDomainCoreDumpFormat format, VirDomainCoreDumpFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainCoreDumpWithFormatAsync(
            new() { Dom = Wire, To = path, Dumpformat = (uint)format, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Changes the description inside the guest's saved state. (<c>virDomainManagedSaveDefineXML</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask ManagedSaveDefineXmlAsync(
        string? xml, VirDomainSaveRestoreFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainManagedSaveDefineXmlAsync(new() { Dom = Wire, Dxml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Writes the guest's memory to where the parameters say and ends it. (<c>virDomainSaveParams</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SaveParamsAsync(
        TypedParameter[] parameters, VirDomainSaveRestoreFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSaveParamsAsync(new() { Dom = Wire, Params = parameters, Flags = (uint)flags }, cancellationToken);
}
