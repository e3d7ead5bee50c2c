using Lodge.Daemon.Domains;
using Lodge.Daemon.Events;
using Lodge.Daemon.Server;
using Lodge.Daemon.Storage;
using Lodge.Protocol;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <summary>Has the pools.</summary>
    public required StorageParts Storage { get; init; }

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfStoragePoolsRet> ConnectNumOfStoragePoolsAsync(ClientCall call) =>
        new(new ConnectNumOfStoragePoolsRet { Num = Storage.Driver.Pools.All.Count(pool => pool.Current.IsActive) });

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfDefinedStoragePoolsRet> ConnectNumOfDefinedStoragePoolsAsync(ClientCall call) =>
        new(new ConnectNumOfDefinedStoragePoolsRet
        {
            Num = Storage.Driver.Pools.All.Count(pool => !pool.Current.IsActive),
        });

    /// <inheritdoc/>
    public ValueTask<ConnectListStoragePoolsRet> ConnectListStoragePoolsAsync(
        ClientCall call, ConnectListStoragePoolsArgs args) =>
        new(new ConnectListStoragePoolsRet { Names = PoolNames(isActive: true, args.Maxnames) });

    /// <inheritdoc/>
    public ValueTask<ConnectListDefinedStoragePoolsRet> ConnectListDefinedStoragePoolsAsync(
        ClientCall call, ConnectListDefinedStoragePoolsArgs args) =>
        new(new ConnectListDefinedStoragePoolsRet { Names = PoolNames(isActive: false, args.Maxnames) });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllStoragePoolsRet> ConnectListAllStoragePoolsAsync(
        ClientCall call, ConnectListAllStoragePoolsArgs args)
    {
        FlagCheck.Only(args.Flags, PoolFilter.Known, "storageConnectListAllStoragePools");
        var filter = new PoolFilter(args.Flags);
        var found = Storage.Driver.Pools.All
            .Where(pool => filter.Matches(pool.Current)).Select(StorageParts.Wire).ToArray();
        return new(new ConnectListAllStoragePoolsRet
        {
            Pools = args.NeedResults != 0 ? found : [],
            Ret = (uint)found.Length,
        });
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectFindStoragePoolSourcesRet> ConnectFindStoragePoolSourcesAsync(
        ClientCall call, ConnectFindStoragePoolSourcesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storageConnectFindStoragePoolSources");
        return new()
        {
            Xml = await Storage.Driver.FindSourcesAsync(args.Type, args.SrcSpec, call.CancellationToken),
        };
    }

    /// <inheritdoc/>
    public ValueTask<ConnectGetStoragePoolCapabilitiesRet> ConnectGetStoragePoolCapabilitiesAsync(
        ClientCall call, ConnectGetStoragePoolCapabilitiesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storageConnectGetStoragePoolCapabilities");
        return new(new ConnectGetStoragePoolCapabilitiesRet { Capabilities = Storage.Driver.Capabilities() });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectStoragePoolEventRegisterAnyRet> ConnectStoragePoolEventRegisterAnyAsync(
        ClientCall call, ConnectStoragePoolEventRegisterAnyArgs args)
    {
        Storage.Events.CheckKind(args.EventID);
        VirUuid? only = args.Pool is { } pool ? Storage.Driver.Pools.Get(pool.Uuid, pool.Name).Uuid : null;
        var receiver = SessionEvents.Of(call.Client, Storage.Events);
        return new(new ConnectStoragePoolEventRegisterAnyRet
        {
            CallbackID = Storage.Events.Subscribe(receiver, args.EventID, only),
        });
    }

    /// <inheritdoc/>
    public ValueTask ConnectStoragePoolEventDeregisterAnyAsync(
        ClientCall call, ConnectStoragePoolEventDeregisterAnyArgs args)
    {
        Storage.Events.Unsubscribe(SessionEvents.Of(call.Client, Storage.Events), args.CallbackID);
        return default;
    }

    private string[] PoolNames(bool isActive, int most) =>
    [
        .. Storage.Driver.Pools.All
            .Select(pool => pool.Current)
            .Where(now => now.IsActive == isActive)
            .Select(now => now.Name)
            .Take(most),
    ];
}
