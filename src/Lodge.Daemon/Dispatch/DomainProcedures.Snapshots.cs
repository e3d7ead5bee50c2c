using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Snapshots;
using Lodge.Daemon.Server;
using Lodge.Model.Schema;
using Lodge.Model.Snapshots;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirDomainSnapshotCreateFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public async ValueTask<DomainSnapshotCreateXmlRet> DomainSnapshotCreateXmlAsync(
        ClientCall call, DomainSnapshotCreateXmlArgs args)
    {
        const VirDomainSnapshotCreateFlags Known = VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE
            | VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT | VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA
            | VIR_DOMAIN_SNAPSHOT_CREATE_HALT | VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY
            | VIR_DOMAIN_SNAPSHOT_CREATE_REUSE_EXT | VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE
            | VIR_DOMAIN_SNAPSHOT_CREATE_ATOMIC | VIR_DOMAIN_SNAPSHOT_CREATE_LIVE
            | VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuSnapshotCreateXML");
        CheckFlags((VirDomainSnapshotCreateFlags)args.Flags);
        SchemaCheck.WhereAsked(
            args.Flags, VIR_DOMAIN_SNAPSHOT_CREATE_VALIDATE, SchemaKind.DomainSnapshot, args.XmlDesc);
        var flags = (VirDomainSnapshotCreateFlags)args.Flags;
        var domain = driver.Find(args.Dom);
        var made = await driver.Snapshots.CreateAsync(domain, args.XmlDesc, flags, call.CancellationToken);
        return new DomainSnapshotCreateXmlRet { Snap = Wire(domain, made.Name) };
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotGetXmlDescRet> DomainSnapshotGetXmlDescAsync(
        ClientCall call, DomainSnapshotGetXmlDescArgs args)
    {
        const uint WithSecrets = (uint)VirDomainSnapshotXMLFlags.VIR_DOMAIN_SNAPSHOT_XML_SECURE;
        FlagCheck.Only(args.Flags, WithSecrets, "qemuDomainSnapshotGetXMLDesc");
        var secure = (args.Flags & WithSecrets) != 0;
        if (secure)
            call.DenyReadOnly();
        return Answer(new DomainSnapshotGetXmlDescRet { Xml = Snapshot(args.Snap).Format(secure) });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotNumRet> DomainSnapshotNumAsync(ClientCall call, DomainSnapshotNumArgs args) =>
        Answer(new DomainSnapshotNumRet { Num = Choose(args.Dom, null, args.Flags).Count });

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotListNamesRet> DomainSnapshotListNamesAsync(
        ClientCall call, DomainSnapshotListNamesArgs args) => Answer(new DomainSnapshotListNamesRet
        {
            Names = [.. Choose(args.Dom, null, args.Flags).Take(args.Maxnames).Select(one => one.Name)],
        });

    /// <inheritdoc/>
    public ValueTask<DomainListAllSnapshotsRet> DomainListAllSnapshotsAsync(
        ClientCall call, DomainListAllSnapshotsArgs args)
    {
        var domain = driver.Find(args.Dom);
        var chosen = Choose(args.Dom, null, args.Flags);
        return Answer(new DomainListAllSnapshotsRet
        {
            Snapshots = args.NeedResults == 0 ? [] : [.. chosen.Select(one => Wire(domain, one.Name))],
            Ret = chosen.Count,
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotNumChildrenRet> DomainSnapshotNumChildrenAsync(
        ClientCall call, DomainSnapshotNumChildrenArgs args) => Answer(new DomainSnapshotNumChildrenRet
        {
            Num = Choose(args.Snap.Dom, args.Snap.Name, args.Flags).Count,
        });

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotListChildrenNamesRet> DomainSnapshotListChildrenNamesAsync(
        ClientCall call, DomainSnapshotListChildrenNamesArgs args) => Answer(new DomainSnapshotListChildrenNamesRet
        {
            Names = [.. Choose(args.Snap.Dom, args.Snap.Name, args.Flags).Take(args.Maxnames).Select(one => one.Name)],
        });

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotListAllChildrenRet> DomainSnapshotListAllChildrenAsync(
        ClientCall call, DomainSnapshotListAllChildrenArgs args)
    {
        var domain = driver.Find(args.Snapshot.Dom);
        var chosen = Choose(args.Snapshot.Dom, args.Snapshot.Name, args.Flags);
        return Answer(new DomainSnapshotListAllChildrenRet
        {
            Snapshots = args.NeedResults == 0 ? [] : [.. chosen.Select(one => Wire(domain, one.Name))],
            Ret = chosen.Count,
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotLookupByNameRet> DomainSnapshotLookupByNameAsync(
        ClientCall call, DomainSnapshotLookupByNameArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuDomainSnapshotLookupByName");
        var domain = driver.Find(args.Dom);
        return Answer(new DomainSnapshotLookupByNameRet
        {
            Snap = Wire(domain, domain.Current.Snapshots.Find(args.Name).Name),
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainHasCurrentSnapshotRet> DomainHasCurrentSnapshotAsync(
        ClientCall call, DomainHasCurrentSnapshotArgs args) => Answer(new DomainHasCurrentSnapshotRet
        {
            Result = driver.Find(args.Dom).Current.Snapshots.Current is null ? 0 : 1,
        });

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotCurrentRet> DomainSnapshotCurrentAsync(
        ClientCall call, DomainSnapshotCurrentArgs args)
    {
        var domain = driver.Find(args.Dom);
        return Answer(new DomainSnapshotCurrentRet
        {
            Snap = Wire(domain, domain.Current.Snapshots.Current
                ?? throw NoSnapshot("the domain does not have a current snapshot")),
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotGetParentRet> DomainSnapshotGetParentAsync(
        ClientCall call, DomainSnapshotGetParentArgs args)
    {
        var parent = Snapshot(args.Snap).Parent
            ?? throw NoSnapshot($"snapshot '{args.Snap.Name}' does not have a parent");
        return Answer(new DomainSnapshotGetParentRet { Snap = Wire(driver.Find(args.Snap.Dom), parent) });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotIsCurrentRet> DomainSnapshotIsCurrentAsync(
        ClientCall call, DomainSnapshotIsCurrentArgs args)
    {
        var name = Snapshot(args.Snap).Name;
        return Answer(new DomainSnapshotIsCurrentRet
        {
            Current = driver.Find(args.Snap.Dom).Current.Snapshots.Current == name ? 1 : 0,
        });
    }

    /// <inheritdoc/>
    public ValueTask<DomainSnapshotHasMetadataRet> DomainSnapshotHasMetadataAsync(
        ClientCall call, DomainSnapshotHasMetadataArgs args)
    {
        _ = Snapshot(args.Snap);
        return Answer(new DomainSnapshotHasMetadataRet { Metadata = 1 });
    }

    /// <inheritdoc/>
    public ValueTask DomainRevertToSnapshotAsync(ClientCall call, DomainRevertToSnapshotArgs args)
    {
        const VirDomainSnapshotRevertFlags Known = VirDomainSnapshotRevertFlags.VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING
            | VirDomainSnapshotRevertFlags.VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED
            | VirDomainSnapshotRevertFlags.VIR_DOMAIN_SNAPSHOT_REVERT_FORCE
            | VirDomainSnapshotRevertFlags.VIR_DOMAIN_SNAPSHOT_REVERT_RESET_NVRAM;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuSnapshotRevert");
        FlagCheck.NotBoth(
            (VirDomainSnapshotRevertFlags)args.Flags,
            VirDomainSnapshotRevertFlags.VIR_DOMAIN_SNAPSHOT_REVERT_RUNNING,
            VirDomainSnapshotRevertFlags.VIR_DOMAIN_SNAPSHOT_REVERT_PAUSED,
            "virDomainRevertToSnapshot",
            VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT);
        return driver.SnapshotReturn.RevertAsync(
            driver.Find(args.Snap.Dom), args.Snap.Name, (VirDomainSnapshotRevertFlags)args.Flags,
            call.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask DomainSnapshotDeleteAsync(ClientCall call, DomainSnapshotDeleteArgs args)
    {
        const VirDomainSnapshotDeleteFlags Known = VirDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN
            | VirDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_METADATA_ONLY
            | VirDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY;
        FlagCheck.Only(args.Flags, (uint)Known, "qemuSnapshotDelete");
        FlagCheck.NotBoth(
            (VirDomainSnapshotDeleteFlags)args.Flags,
            VirDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN,
            VirDomainSnapshotDeleteFlags.VIR_DOMAIN_SNAPSHOT_DELETE_CHILDREN_ONLY,
            "virDomainSnapshotDelete",
            VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT);
        return driver.SnapshotReturn.DeleteAsync(
            driver.Find(args.Snap.Dom), args.Snap.Name, (VirDomainSnapshotDeleteFlags)args.Flags,
            call.CancellationToken);
    }

    private static void CheckFlags(VirDomainSnapshotCreateFlags flags)
    {
        const string Function = "virDomainSnapshotCreateXML";
        const VirErrorDomain Snapshots = VirErrorDomain.VIR_FROM_DOMAIN_SNAPSHOT;
        FlagCheck.Needs(
            flags, VIR_DOMAIN_SNAPSHOT_CREATE_CURRENT, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, Function, Snapshots);
        FlagCheck.NotBoth(
            flags, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_CREATE_NO_METADATA, Function, Snapshots);
        FlagCheck.NotBoth(
            flags, VIR_DOMAIN_SNAPSHOT_CREATE_REDEFINE, VIR_DOMAIN_SNAPSHOT_CREATE_HALT, Function, Snapshots);
        FlagCheck.Needs(
            flags, VIR_DOMAIN_SNAPSHOT_CREATE_QUIESCE, VIR_DOMAIN_SNAPSHOT_CREATE_DISK_ONLY, Function, Snapshots);
    }

    private static RemoteDomainSnapshot Wire(DomainObject domain, string name) =>
        new() { Name = name, Dom = DomainDriver.Wire(domain.Current) };

    private static VirException NoSnapshot(string detail) =>
        DomainErrors.Of(VirErrorNumber.VIR_ERR_NO_DOMAIN_SNAPSHOT, detail);

    private SnapshotDefinition Snapshot(in RemoteDomainSnapshot snapshot) =>
        driver.Find(snapshot.Dom).Current.Snapshots.Find(snapshot.Name);

    private List<SnapshotDefinition> Choose(in RemoteDomain dom, string? after, uint flags)
    {
        FlagCheck.Only(flags, SnapshotFilter.Known, "virDomainSnapshotObjListNum");
        var tree = driver.Find(dom).Current.Snapshots;
        if (after is not null)
            _ = tree.Find(after);
        return SnapshotFilter.Choose(tree, after, flags);
    }
}
