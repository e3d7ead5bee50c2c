namespace Lodge.Model.Domain;

/// <summary>Processors and cells.</summary>
public static partial class AbiStability
{
    private static void CheckCells(Numa? source, Numa? target)
    {
        var (cells, twins) = (source?.Cells ?? [], target?.Cells ?? []);
        Same("Target NUMA node count '{0}' doesn't match source '{1}'", cells.Count, twins.Count);
        for (var i = 0; i < cells.Count; i++)
        {
            Same(
                $"Size of target NUMA node {i} ({{0}}) doesn't match source ({{1}})", cells[i].Memory, twins[i].Memory);
            Agree(Equals(cells[i].Cpus, twins[i].Cpus), $"Processor mask of target NUMA node {i} doesn't match source");
            for (var j = 0; j < cells.Count; j++)
            {
                Agree(Distance(cells[i], i, j) == Distance(twins[i], i, j),
                    $"Target NUMA distance from {i} to {j} doesn't match source");
            }
        }
    }

    private static uint Distance(NumaCell cell, int from, int to) =>
        cell.Distances.TryGetValue((uint)to, out var distance) ? distance
        : from == to ? NumaCell.LocalDistance : 2 * NumaCell.LocalDistance;

    private static void CheckCpu(Cpu? source, Cpu? target)
    {
        Agree(source is null == target is null, "Target CPU does not match source");
        if (source is null || target is null)
        {
            return;
        }

        Same("Target CPU mode {0} does not match source {1}", source.Mode.ToXml(), target.Mode.ToXml());
        Same("Target CPU check {0} does not match source {1}", source.Check.ToXml(), target.Check.ToXml());
        Same("Target CPU model {0} does not match source {1}", source.Model ?? "<null>", target.Model ?? "<null>");
        Same("Target CPU vendor {0} does not match source {1}", source.Vendor ?? "<null>", target.Vendor ?? "<null>");
        Same("Target CPU vendor id {0} does not match source {1}",
            source.VendorId ?? "<null>", target.VendorId ?? "<null>");
        Same("Target CPU sockets {0} does not match source {1}", source.Topology?.Sockets, target.Topology?.Sockets);
        Same("Target CPU dies {0} does not match source {1}", source.Topology?.Dies, target.Topology?.Dies);
        Same("Target CPU cores {0} does not match source {1}", source.Topology?.Cores, target.Topology?.Cores);
        Same("Target CPU threads {0} does not match source {1}", source.Topology?.Threads, target.Topology?.Threads);
        Agree((source.PhysicalAddress?.Mode, source.PhysicalAddress?.Bits)
            == (target.PhysicalAddress?.Mode, target.PhysicalAddress?.Bits),
            "Target CPU maxphysaddr does not match source");
        Same("Target CPU feature count {0} does not match source {1}", source.Features.Count, target.Features.Count);
        foreach (var (one, other) in source.Features.Zip(target.Features))
        {
            Same("Target CPU feature {0} does not match source {1}", one.Name, other.Name);
            Same("Target CPU feature policy {0} does not match source {1}", one.Policy.ToXml(), other.Policy.ToXml());
        }

        Agree((source.Cache?.Level, source.Cache?.Mode) == (target.Cache?.Level, target.Cache?.Mode),
            "Target CPU cache does not match source");
    }
}
