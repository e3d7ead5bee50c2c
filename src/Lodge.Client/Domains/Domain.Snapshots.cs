using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Snapshots of the guest.</content>
public sealed partial class Domain
{
    /// <summary>Takes a snapshot. (<c>virDomainSnapshotCreateXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainSnapshot> CreateSnapshotXmlAsync(
        string xml, VirDomainSnapshotCreateFlags flags = 0, CancellationToken cancellationToken = default) =>
        new DomainSnapshot(Connection, (await Rpc.DomainSnapshotCreateXmlAsync(
            new() { Dom = Wire, XmlDesc = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Snap);

    /// <summary>Counts the snapshots. (<c>virDomainSnapshotNum</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountSnapshotsAsync(
        VirDomainSnapshotListFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotNumAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the names of the snapshots. (<c>virDomainSnapshotListNames</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListSnapshotNamesAsync(
        VirDomainSnapshotListFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainSnapshotListNamesAsync(
            new()
            {
                Dom = Wire, Maxnames = RemoteConstants.REMOTE_DOMAIN_SNAPSHOT_LIST_MAX, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Names;

    /// <summary>Finds a snapshot by its name. (<c>virDomainSnapshotLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainSnapshot> LookupSnapshotByNameAsync(
        string name, uint flags = 0, CancellationToken cancellationToken = default) =>
        new DomainSnapshot(Connection, (await Rpc.DomainSnapshotLookupByNameAsync(
            new() { Dom = Wire, Name = name, Flags = flags }, cancellationToken).ConfigureAwait(false)).Snap);

    /// <summary>Asks whether one of the snapshots is the current one. (<c>virDomainHasCurrentSnapshot</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> HasCurrentSnapshotAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainHasCurrentSnapshotAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Result != 0;

    /// <summary>Finds the snapshot that the guest goes on from. (<c>virDomainSnapshotCurrent</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainSnapshot> GetCurrentSnapshotAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        new DomainSnapshot(Connection, (await Rpc.DomainSnapshotCurrentAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Snap);

    /// <summary>Lists the snapshots. (<c>virDomainListAllSnapshots</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<DomainSnapshot>> ListAllSnapshotsAsync(
        VirDomainSnapshotListFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(Connection, (await Rpc.DomainListAllSnapshotsAsync(
            new()
            {
                Dom = Wire, NeedResults = 1, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Snapshots);
}
