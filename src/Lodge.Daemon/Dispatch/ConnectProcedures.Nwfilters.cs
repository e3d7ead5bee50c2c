using Lodge.Daemon.Domains;
using Lodge.Daemon.Filters;
using Lodge.Daemon.Server;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <summary>Has the packet filters.</summary>
    public required FilterDriver Filters { get; init; }

    /// <inheritdoc/>
    public ValueTask<ConnectNumOfNwfiltersRet> ConnectNumOfNwfiltersAsync(ClientCall call) =>
        new(new ConnectNumOfNwfiltersRet { Num = Filters.All.Count });

    /// <inheritdoc/>
    public ValueTask<ConnectListNwfiltersRet> ConnectListNwfiltersAsync(ClientCall call,
        ConnectListNwfiltersArgs args) =>
        new(new ConnectListNwfiltersRet { Names = [.. Filters.All.Select(filter => filter.Name).Take(args.Maxnames)] });

    /// <inheritdoc/>
    public ValueTask<ConnectListAllNwfiltersRet> ConnectListAllNwfiltersAsync(
        ClientCall call, ConnectListAllNwfiltersArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nwfilterConnectListAllNWFilters");
        var filters = Filters.All;
        return new(new ConnectListAllNwfiltersRet
        {
            Filters = args.NeedResults != 0 ? [.. filters.Select(filter => filter.Wire)] : [],
            Ret = (uint)filters.Count,
        });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectListAllNwfilterBindingsRet> ConnectListAllNwfilterBindingsAsync(
        ClientCall call, ConnectListAllNwfilterBindingsArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nwfilterConnectListAllNWFilterBindings");
        var bindings = Filters.Bindings;
        return new(new ConnectListAllNwfilterBindingsRet
        {
            Bindings = args.NeedResults != 0 ? [.. bindings.Select(binding => binding.Wire)] : [],
            Ret = (uint)bindings.Count,
        });
    }
}
