using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Checkpoints: points from which changed blocks are known.</content>
public sealed partial class Domain
{
    /// <summary>Makes a checkpoint. (<c>virDomainCheckpointCreateXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainCheckpoint> CreateCheckpointXmlAsync(
        string xml, VirDomainCheckpointCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new DomainCheckpoint(Connection, (await Rpc.DomainCheckpointCreateXmlAsync(
            new()
            {
                Dom = Wire, XmlDesc = xml, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Checkpoint);

    /// <summary>Lists the checkpoints. (<c>virDomainListAllCheckpoints</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<DomainCheckpoint>> ListAllCheckpointsAsync(
        VirDomainCheckpointListFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(Connection, (await Rpc.DomainListAllCheckpointsAsync(
            new()
            {
                Dom = Wire, NeedResults = 1, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Checkpoints);

    /// <summary>Finds a checkpoint by its name. (<c>virDomainCheckpointLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainCheckpoint> LookupCheckpointByNameAsync(
        string name, uint flags = 0, CancellationToken cancellationToken = default) =>
        new DomainCheckpoint(Connection, (await Rpc.DomainCheckpointLookupByNameAsync(
            new() { Dom = Wire, Name = name, Flags = flags }, cancellationToken).ConfigureAwait(false)).Checkpoint);
}
