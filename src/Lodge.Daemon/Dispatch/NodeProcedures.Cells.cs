using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class NodeProcedures
{
    /// <inheritdoc/>
    public ValueTask<NodeGetCellsFreeMemoryRet> NodeGetCellsFreeMemoryAsync(
        ClientCall call, NodeGetCellsFreeMemoryArgs args)
    {
        if (args.Maxcells > RemoteConstants.REMOTE_NODE_MAX_CELLS)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, "maxCells > REMOTE_NODE_MAX_CELLS");
        }

        if (args.StartCell < 0 || args.Maxcells <= 0)
        {
            throw DomainErrors.InvalidArgument("startCell and maxCells must be positive");
        }

        var cells = CellsFrom(args.StartCell).Take(args.Maxcells);
        return new(new NodeGetCellsFreeMemoryRet
        {
            Cells = [.. cells.Select(cell => 1024UL * (ulong)NodeMemory.Read(files, cell.Id).Free)],
        });
    }

    /// <inheritdoc/>
    public ValueTask<NodeGetFreePagesRet> NodeGetFreePagesAsync(ClientCall call, NodeGetFreePagesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuNodeGetFreePages");
        if (args.Pages.Length * (long)args.CellCount > RemoteConstants.REMOTE_NODE_MAX_CELLS)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_RPC,
                "the result won't fit into REMOTE_NODE_MAX_CELLS");
        }

        var counts = new List<ulong>();
        foreach (var cell in CellsFrom(args.StartCell).Take((int)args.CellCount))
        {
            foreach (var size in args.Pages)
            {
                counts.Add(FreePages(cell, size));
            }
        }

        return counts.Count > 0
            ? new(new NodeGetFreePagesRet { Counts = [.. counts] })
            : throw DomainErrors.Internal("no suitable info found");
    }

    private static ulong FreePages(NumaCell cell, uint sizeKiB)
    {
        foreach (var pages in cell.Pages)
        {
            if (pages.SizeKiB == sizeKiB)
            {
                return (ulong)pages.Free;
            }
        }

        throw new VirException(
            VirErrorNumber.VIR_ERR_OPERATION_FAILED,
            VirErrorDomain.VIR_FROM_NONE,
            $"page size {sizeKiB} is not available on node {cell.Id}");
    }

    private IEnumerable<NumaCell> CellsFrom(int first)
    {
        var cells = NumaTopology.Read(files).Cells;
        var last = cells.Count == 0 ? 0 : cells[^1].Id;
        return first <= last
            ? cells.Where(cell => cell.Id >= first)
            : throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                VirErrorDomain.VIR_FROM_NONE,
                $"start cell {first} out of range (0-{last})");
    }
}
