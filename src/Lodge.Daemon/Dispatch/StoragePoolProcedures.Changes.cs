using Lodge.Daemon.Domains;
using Lodge.Daemon.Logging;
using Lodge.Daemon.Server;
using Lodge.Daemon.Storage;
using Lodge.Model.Schema;
using Lodge.Model.Storage;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Security.Selinux;
using Lodge.Storage.Pools;
using static Lodge.Protocol.Constants.VirStoragePoolBuildFlags;
using static Lodge.Protocol.Constants.VirStoragePoolCreateFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class StoragePoolProcedures
{
    /// <inheritdoc/>
    public async ValueTask<StoragePoolCreateXmlRet> StoragePoolCreateXmlAsync(
        ClientCall call, StoragePoolCreateXmlArgs args)
    {
        var build = BuildBefore(args.Flags, "storagePoolCreateXML");
        return new() { Pool = StorageParts.Wire(await driver.CreateAsync(args.Xml, build, call.CancellationToken)) };
    }

    /// <inheritdoc/>
    public async ValueTask<StoragePoolDefineXmlRet> StoragePoolDefineXmlAsync(
        ClientCall call, StoragePoolDefineXmlArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirStoragePoolDefineFlags.VIR_STORAGE_POOL_DEFINE_VALIDATE, "storagePoolDefineXML");
        SchemaCheck.WhereAsked(
            args.Flags, VirStoragePoolDefineFlags.VIR_STORAGE_POOL_DEFINE_VALIDATE, SchemaKind.StoragePool, args.Xml);
        var pool = await driver.DefineAsync(args.Xml, call.CancellationToken);
        Advise(pool);
        return new() { Pool = StorageParts.Wire(pool) };
    }

    /// <inheritdoc/>
    public ValueTask StoragePoolCreateAsync(ClientCall call, StoragePoolCreateArgs args)
    {
        var build = BuildBefore(args.Flags, "storagePoolCreate");
        return driver.StartAsync(Find(args.Pool), build, call.CancellationToken);
    }

    /// <inheritdoc/>
    public async ValueTask StoragePoolBuildAsync(ClientCall call, StoragePoolBuildArgs args)
    {
        var pool = Find(args.Pool);
        await driver.BuildAsync(pool, (VirStoragePoolBuildFlags)args.Flags, call.CancellationToken);
        Advise(pool);
    }

    /// <inheritdoc/>
    public ValueTask StoragePoolDestroyAsync(ClientCall call, StoragePoolDestroyArgs args) =>
        driver.StopAsync(Find(args.Pool), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask StoragePoolDeleteAsync(ClientCall call, StoragePoolDeleteArgs args) =>
        driver.DeleteAsync(Find(args.Pool), (VirStoragePoolDeleteFlags)args.Flags, call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask StoragePoolUndefineAsync(ClientCall call, StoragePoolUndefineArgs args) =>
        driver.UndefineAsync(Find(args.Pool), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask StoragePoolRefreshAsync(ClientCall call, StoragePoolRefreshArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "storagePoolRefresh");
        return driver.RefreshAsync(Find(args.Pool), call.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask StoragePoolSetAutostartAsync(ClientCall call, StoragePoolSetAutostartArgs args) =>
        driver.SetAutostartAsync(Find(args.Pool), args.Autostart != 0, call.CancellationToken);

    private static VirStoragePoolBuildFlags? BuildBefore(uint flags, string function)
    {
        const VirStoragePoolCreateFlags Any = VIR_STORAGE_POOL_CREATE_WITH_BUILD
            | VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE | VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE;
        FlagCheck.Only(flags, (uint)Any, function);
        var asked = (VirStoragePoolCreateFlags)flags;
        var build = VIR_STORAGE_POOL_BUILD_NEW;
        if (asked.HasFlag(VIR_STORAGE_POOL_CREATE_WITH_BUILD_OVERWRITE)) build |= VIR_STORAGE_POOL_BUILD_OVERWRITE;
        if (asked.HasFlag(VIR_STORAGE_POOL_CREATE_WITH_BUILD_NO_OVERWRITE))
            build |= VIR_STORAGE_POOL_BUILD_NO_OVERWRITE;
        FlagCheck.NotBoth(
            build,
            VIR_STORAGE_POOL_BUILD_OVERWRITE,
            VIR_STORAGE_POOL_BUILD_NO_OVERWRITE,
            function,
            VirErrorDomain.VIR_FROM_STORAGE);
        return asked == 0 ? null : build;
    }

    /// <summary>Writes to the log what SELinux has against a pool's folder.</summary>
    private static void Advise(StoragePool pool)
    {
        var definition = pool.Current.Definition;
        if (definition.Type is StoragePoolType.Dir or StoragePoolType.Fs or StoragePoolType.Netfs
            && definition.TargetPath is { } folder && StorageAdvice.OnThisHost(folder) is { } advice)
        {
            Log.Warning(
                $"Storage pool '{pool.Name}': {advice.Problem}; to mend it: {string.Join(" && ", advice.Commands)}");
        }
    }
}
