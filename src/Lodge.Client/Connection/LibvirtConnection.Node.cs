using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>The host: processors, memory, pages.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Asks how much memory is free in some cells, in bytes. (<c>virNodeGetCellsFreeMemory</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong[]> GetNodeCellsFreeMemoryAsync(
        int startCell, int maxcells, CancellationToken cancellationToken = default) =>
        (await Rpc.NodeGetCellsFreeMemoryAsync(
            new() { StartCell = startCell, Maxcells = maxcells }, cancellationToken).ConfigureAwait(false)).Cells;

    /// <summary>Asks how much memory is free, in bytes. (<c>virNodeGetFreeMemory</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> GetNodeFreeMemoryAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.NodeGetFreeMemoryAsync(cancellationToken).ConfigureAwait(false)).FreeMem;

    /// <summary>
    /// Asks how long the host's processors (-1), or one of them, spent on what, in nanoseconds.
    /// (<c>virNodeGetCPUStats</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeGetCpuStats[]> GetNodeCpuStatsAsync(
        int cpuNum, uint flags = 0, CancellationToken cancellationToken = default)
    {
        var count = (await Rpc.NodeGetCpuStatsAsync(
            new() { CpuNum = cpuNum, Nparams = 0, Flags = flags }, cancellationToken).ConfigureAwait(false)).Nparams;
        return count == 0 ? [] : (await Rpc.NodeGetCpuStatsAsync(
            new() { CpuNum = cpuNum, Nparams = count, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;
    }

    /// <summary>
    /// Asks how the host's memory (-1), or that of one cell, is used, in KiB. (<c>virNodeGetMemoryStats</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeGetMemoryStats[]> GetNodeMemoryStatsAsync(
        int cellNum, uint flags = 0, CancellationToken cancellationToken = default)
    {
        var count = (await Rpc.NodeGetMemoryStatsAsync(
            new() { Nparams = 0, CellNum = cellNum, Flags = flags }, cancellationToken).ConfigureAwait(false)).Nparams;
        return count == 0 ? [] : (await Rpc.NodeGetMemoryStatsAsync(
            new() { Nparams = count, CellNum = cellNum, Flags = flags }, cancellationToken)
                .ConfigureAwait(false)).Params;
    }

    /// <summary>Puts the host to sleep for a while. (<c>virNodeSuspendForDuration</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SuspendNodeForDurationAsync(
        VirNodeSuspendTarget target, ulong duration, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeSuspendForDurationAsync(
            new() { Target = (uint)target, Duration = duration, Flags = flags }, cancellationToken);

    /// <summary>Changes the settings of shared memory (KSM). (<c>virNodeSetMemoryParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetNodeMemoryParametersAsync(
        TypedParameter[] parameters, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeSetMemoryParametersAsync(new() { Params = parameters, Flags = flags }, cancellationToken);

    /// <summary>Asks for the settings of shared memory (KSM). (<c>virNodeGetMemoryParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetNodeMemoryParametersAsync(
        uint flags = 0, CancellationToken cancellationToken = default)
    {
        var count = (await Rpc.NodeGetMemoryParametersAsync(
            new() { Nparams = 0, Flags = flags }, cancellationToken).ConfigureAwait(false)).Nparams;
        return count == 0 ? [] : (await Rpc.NodeGetMemoryParametersAsync(
            new() { Nparams = count, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;
    }

    /// <summary>Asks which of the host's processors are there and run. (<c>virNodeGetCPUMap</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<NodeGetCpuMapRet> GetNodeCpuMapAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NodeGetCpuMapAsync(new() { NeedMap = 1, NeedOnline = 1, Flags = flags }, cancellationToken);

    /// <summary>Asks how many pages of some sizes are free in some cells. (<c>virNodeGetFreePages</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong[]> GetNodeFreePagesAsync(
        uint[] pages, int startCell, uint cellCount, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NodeGetFreePagesAsync(
            new()
            {
                Pages = pages, StartCell = startCell, CellCount = cellCount, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Counts;

    /// <summary>Changes how many huge pages the host keeps. (<c>virNodeAllocPages</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> AllocNodePagesAsync(
        uint[] pageSizes, ulong[] pageCounts, int startCell, uint cellCount, VirNodeAllocPagesFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        (await Rpc.NodeAllocPagesAsync(
            new()
            {
                PageSizes = pageSizes, PageCounts = pageCounts, StartCell = startCell, CellCount = cellCount,
                Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Ret;

    /// <summary>Asks what the host knows of AMD's SEV. (<c>virNodeGetSEVInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetNodeSevInfoAsync(
        uint flags = 0, CancellationToken cancellationToken = default)
    {
        var count = (await Rpc.NodeGetSevInfoAsync(
            new() { Nparams = 0, Flags = flags }, cancellationToken).ConfigureAwait(false)).Nparams;
        return count == 0 ? [] : (await Rpc.NodeGetSevInfoAsync(
            new() { Nparams = count, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;
    }
}
