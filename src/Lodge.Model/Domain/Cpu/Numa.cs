using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The guest's NUMA nodes (<c>&lt;numa&gt;</c> of <c>&lt;cpu&gt;</c>).</summary>
public sealed class Numa
{
    /// <summary>The nodes, by number.</summary>
    public List<NumaCell> Cells { get; } = [];

    /// <summary>Latencies and bandwidths between them.</summary>
    public List<NumaInterconnect> Interconnects { get; } = [];

    /// <summary>KiB in all.</summary>
    public ulong TotalMemory => Cells.Aggregate(0UL, (sum, cell) => sum + cell.Memory);

    /// <summary>Virtual CPUs in all.</summary>
    public uint CpuCount => (uint)Cells.Sum(cell => cell.Cpus?.Members.Count ?? 0);

    internal static Numa? Parse(Element? element)
    {
        if (element is null)
        {
            return null;
        }

        var cells = element.All("cell");
        if (cells.Count == 0)
        {
            throw XmlError.Domain("NUMA topology defined without NUMA cells");
        }

        var found = new NumaCell?[cells.Count];
        for (var position = 0; position < cells.Count; position++)
        {
            var id = cells[position].UInt("id") ?? (uint)position;
            if (id >= cells.Count)
            {
                throw XmlError.Domain("Exactly one 'cell' element per guest NUMA cell allowed, "
                    + "non-contiguous ranges or ranges not starting from 0 are not allowed");
            }

            if (found[id] is not null)
            {
                throw XmlError.Domain($"Duplicate NUMA cell info for cell id '{id}'");
            }

            found[id] = NumaCell.Parse(cells[position], id, found);
        }

        var numa = new Numa();
        numa.Cells.AddRange(found!);
        for (var position = 0; position < cells.Count; position++)
        {
            numa.ParseDistances(cells[position], cells[position].UInt("id") ?? (uint)position);
        }

        foreach (var interconnect in element.Child("interconnects") is { } parent ? parent.Children : [])
        {
            if (interconnect.Name is "latency" or "bandwidth")
            {
                numa.Interconnects.Add(NumaInterconnect.Parse(interconnect));
            }
        }

        return numa;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("numa");
        for (var id = 0; id < Cells.Count; id++)
        {
            Cells[id].Format(output, (uint)id);
        }

        output.Start("interconnects");
        Interconnects.ForEach(interconnect => interconnect.Format(output));
        output.EndUnlessEmpty().End();
    }

    /// <summary>Distances are mirrored where only one of two nodes says them.</summary>
    private void ParseDistances(Element element, uint id)
    {
        if (element.Child("distances") is not { } distances)
        {
            return;
        }

        var siblings = distances.All("sibling");
        if (siblings.Count == 0)
        {
            throw XmlError.Domain("NUMA distances defined without siblings");
        }

        foreach (var sibling in siblings)
        {
            sibling.Required("id");
            var other = sibling.UInt("id") ?? 0;
            if (other >= Cells.Count)
            {
                throw XmlError.Domain(
                    $"'sibling_id {other}' does not refer to a valid cell within NUMA 'cell id {id}'");
            }

            sibling.Required("value");
            var value = sibling.UInt("value") ?? 0;
            if (value is < NumaCell.LocalDistance or > NumaCell.Unreachable
                || (other == id) != (value == NumaCell.LocalDistance))
            {
                throw XmlError.Domain($"'value {value}' is invalid for 'sibling id {other}' under NUMA 'cell id {id}'");
            }

            Cells[(int)id].Distances.TryAdd(id, NumaCell.LocalDistance);
            Cells[(int)id].Distances[other] = value;
            Cells[(int)other].Distances.TryAdd(other, NumaCell.LocalDistance);
            Cells[(int)other].Distances.TryAdd(id, value);
        }
    }
}
