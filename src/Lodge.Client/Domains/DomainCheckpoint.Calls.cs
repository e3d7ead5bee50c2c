using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class DomainCheckpoint
{
    /// <summary>Asks for the checkpoint's description, as XML. (<c>virDomainCheckpointGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(
        VirDomainCheckpointXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainCheckpointGetXmlDescAsync(
            new() { Checkpoint = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>
    /// Lists the checkpoints that were made after this one. (<c>virDomainCheckpointListAllChildren</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<DomainCheckpoint>> ListAllChildrenAsync(
        VirDomainCheckpointListFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(Connection, (await Rpc.DomainCheckpointListAllChildrenAsync(
            new()
            {
                Checkpoint = Wire, NeedResults = 1, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Checkpoints);

    /// <summary>Finds the checkpoint that this one was made after. (<c>virDomainCheckpointGetParent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainCheckpoint> GetParentAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        new DomainCheckpoint(Connection, (await Rpc.DomainCheckpointGetParentAsync(
            new() { Checkpoint = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Parent);

    /// <summary>Deletes the checkpoint, with its children if wanted. (<c>virDomainCheckpointDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(
        VirDomainCheckpointDeleteFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainCheckpointDeleteAsync(new() { Checkpoint = Wire, Flags = (uint)flags }, cancellationToken);
}
