using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>What of the host can be set: how equal pages are merged, huge pages, sleep.</summary>
internal sealed partial class NodeProcedures
{
    private const int MemoryParameters = 8;

    private static readonly (string Name, bool IsLong, bool IsSettable)[] Parameters =
    [
        (VirConstants.VIR_NODE_MEMORY_SHARED_PAGES_TO_SCAN, false, true),
        (VirConstants.VIR_NODE_MEMORY_SHARED_SLEEP_MILLISECS, false, true),
        (VirConstants.VIR_NODE_MEMORY_SHARED_PAGES_SHARED, true, false),
        (VirConstants.VIR_NODE_MEMORY_SHARED_PAGES_SHARING, true, false),
        (VirConstants.VIR_NODE_MEMORY_SHARED_PAGES_UNSHARED, true, false),
        (VirConstants.VIR_NODE_MEMORY_SHARED_PAGES_VOLATILE, true, false),
        (VirConstants.VIR_NODE_MEMORY_SHARED_FULL_SCANS, true, false),
        (VirConstants.VIR_NODE_MEMORY_SHARED_MERGE_ACROSS_NODES, false, true),
    ];

    private readonly NodeSuspend _suspend = new();

    /// <inheritdoc/>
    public ValueTask<NodeGetMemoryParametersRet> NodeGetMemoryParametersAsync(
        ClientCall call, NodeGetMemoryParametersArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirTypedParameterFlags.VIR_TYPED_PARAM_STRING_OKAY, "virHostMemGetParameters");
        if (args.Nparams == 0)
            return new(new NodeGetMemoryParametersRet { Params = [], Nparams = MemoryParameters });
        var shared = new SharedMemory(files);
        var found = new List<TypedParameter>();
        foreach (var (name, isLong, _) in Parameters.Take(args.Nparams))
        {
            if (shared.Read(name) is { } value)
                found.Add(new() { Field = name, Value = isLong ? TypedValue.Of(value) : TypedValue.Of((uint)value) });
        }

        return new(new NodeGetMemoryParametersRet { Params = [.. found] });
    }

    /// <inheritdoc/>
    public ValueTask NodeSetMemoryParametersAsync(ClientCall call, NodeSetMemoryParametersArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "virHostMemSetParameters");
        var shared = new SharedMemory(files);
        var values = Array.ConvertAll(args.Params, parameter => (parameter.Field, Value: Settable(parameter)));
        foreach (var (name, _) in values)
        {
            if (!shared.Has(name))
            {
                throw new VirException(
                    VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                    VirErrorDomain.VIR_FROM_NONE,
                    $"Parameter '{name}' is not supported by this kernel");
            }
        }

        foreach (var (name, value) in values)
            shared.Write(name, value);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<NodeAllocPagesRet> NodeAllocPagesAsync(ClientCall call, NodeAllocPagesArgs args)
    {
        FlagCheck.Only(args.Flags, (uint)VirNodeAllocPagesFlags.VIR_NODE_ALLOC_PAGES_SET, "qemuNodeAllocPages");
        var isAdded = (args.Flags & (uint)VirNodeAllocPagesFlags.VIR_NODE_ALLOC_PAGES_SET) == 0;
        if (args.PageSizes.Length != args.PageCounts.Length)
            throw DomainErrors.InvalidArgument("as many page counts as page sizes are needed");
        var pool = new HugePagePool(files);
        var done = 0;
        foreach (var cell in CellsFrom(args.StartCell).Take((int)Math.Min(args.CellCount, int.MaxValue)))
        {
            for (var i = 0; i < args.PageSizes.Length; i++, done++)
                pool.Resize(cell.Id, args.PageSizes[i], args.PageCounts[i], isAdded);
        }

        return new(new NodeAllocPagesRet { Ret = done });
    }

    /// <inheritdoc/>
    public async ValueTask NodeSuspendForDurationAsync(ClientCall call, NodeSuspendForDurationArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "virNodeSuspend");
        await _suspend.BeginAsync((VirNodeSuspendTarget)args.Target, args.Duration, call.CancellationToken);
    }

    /// <inheritdoc/>
    public ValueTask<NodeGetSevInfoRet> NodeGetSevInfoAsync(ClientCall call, NodeGetSevInfoArgs args) =>
        throw DomainErrors.OperationUnsupported("QEMU does not support SEV guest");

    private static uint Settable(TypedParameter parameter)
    {
        if (!Parameters.Any(known => known.IsSettable && known.Name == parameter.Field))
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                VirErrorDomain.VIR_FROM_NONE,
                $"parameter '{parameter.Field}' not supported");
        }

        return parameter.Value.Type == VirTypedParameterType.VIR_TYPED_PARAM_UINT
            ? parameter.Value.AsUInt32()
            : throw new VirException(
                VirErrorNumber.VIR_ERR_INVALID_ARG,
                VirErrorDomain.VIR_FROM_NONE,
                $"invalid type for parameter '{parameter.Field}', expected 'uint'");
    }
}
