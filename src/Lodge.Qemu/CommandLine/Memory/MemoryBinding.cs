using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine.Memory;

/// <summary>The host's NUMA nodes that a piece of memory is taken from.</summary>
internal static class MemoryBinding
{
    /// <summary>Adds the nodes and the policy.</summary>
    /// <returns>Whether the piece itself says where it is to come from.</returns>
    public static bool Add(QemuProperties properties, MemoryRequest request, GuestScope scope)
    {
        var tune = scope.Definition.NumaTune;
        if (tune is { IsSpecified: true, Placement: NumaPlacement.Auto })
        {
            throw new Protocol.Errors.VirException(
                Protocol.Errors.VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                Protocol.Errors.VirErrorDomain.VIR_FROM_DOMAIN,
                "Advice from numad is needed in case of automatic numa placement");
        }

        var cell = request.Node >= 0 ? tune.Cells.GetValueOrDefault((uint)request.Node) : null;
        var source = request.Module?.SourceNodes;
        var nodes = source ?? cell?.Nodes ?? (tune is { IsSpecified: true } ? tune.Nodes : null);
        var mode = cell?.Mode ?? (tune is { IsSpecified: true } ? tune.Mode : NumaMemoryMode.Strict);
        if (nodes is not null)
        {
            Check(nodes, scope);
            if (mode != NumaMemoryMode.Restrictive)
            {
                properties
                    .AddList("host-nodes", nodes.Members.Select(node => (PropertyValue)(long)node))
                    .Add("policy", Policy(mode));
            }
        }

        return source is not null || cell is not null;
    }

    /// <summary>Refuses nodes that the host does not have.</summary>
    public static void Check(CpuSet nodes, GuestScope scope)
    {
        foreach (var node in nodes.Members)
        {
            if (!scope.Context.HostNodes.Contains(node))
            {
                throw new Protocol.Errors.VirException(
                    Protocol.Errors.VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                    Protocol.Errors.VirErrorDomain.VIR_FROM_NONE,
                    $"NUMA node {node} is unavailable");
            }
        }
    }

    private static string Policy(NumaMemoryMode mode) => mode switch
    {
        NumaMemoryMode.Preferred => "preferred",
        NumaMemoryMode.Interleave => "interleave",
        _ => "bind",
    };
}
