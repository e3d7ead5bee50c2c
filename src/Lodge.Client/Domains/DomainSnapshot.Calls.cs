using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class DomainSnapshot
{
    /// <summary>Asks for the snapshot's description, as XML. (<c>virDomainSnapshotGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(
        VirDomainSnapshotXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotGetXmlDescAsync(
            new() { Snap = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Takes the guest back to the snapshot. (<c>virDomainRevertToSnapshot</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask RevertAsync(
        VirDomainSnapshotRevertFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainRevertToSnapshotAsync(new() { Snap = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Deletes the snapshot, with its children if wanted. (<c>virDomainSnapshotDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(
        VirDomainSnapshotDeleteFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSnapshotDeleteAsync(new() { Snap = Wire, Flags = (uint)flags }, cancellationToken);

    /// <summary>Finds the snapshot that this one was taken after. (<c>virDomainSnapshotGetParent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainSnapshot> GetParentAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        new DomainSnapshot(Connection, (await Rpc.DomainSnapshotGetParentAsync(
            new() { Snap = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Snap);

    /// <summary>Counts the snapshots that were taken after this one. (<c>virDomainSnapshotNumChildren</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumChildrenAsync(
        VirDomainSnapshotListFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotNumChildrenAsync(
            new() { Snap = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>
    /// Lists the names of the snapshots that were taken after this one. (<c>virDomainSnapshotListChildrenNames</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListChildrenNamesAsync(
        VirDomainSnapshotListFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotListChildrenNamesAsync(
            new()
            {
                Snap = Wire, Maxnames = RemoteConstants.REMOTE_DOMAIN_SNAPSHOT_LIST_MAX, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Asks whether the guest goes on from this snapshot. (<c>virDomainSnapshotIsCurrent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsCurrentAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotIsCurrentAsync(
            new() { Snap = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Current != 0;

    /// <summary>Asks whether the server keeps notes on this snapshot. (<c>virDomainSnapshotHasMetadata</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> HasMetadataAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotHasMetadataAsync(
            new() { Snap = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Metadata != 0;

    /// <summary>Lists the snapshots that were taken after this one. (<c>virDomainSnapshotListAllChildren</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<DomainSnapshot>> ListAllChildrenAsync(
        VirDomainSnapshotListFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(Connection, (await Rpc.DomainSnapshotListAllChildrenAsync(
            new()
            {
                Snapshot = Wire, NeedResults = 1, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Snapshots);
}
