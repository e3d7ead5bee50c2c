using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>How a guest's memory is bound to the host's NUMA nodes, by libvirt's names.</summary>
internal static class NumaTuning
{
    /// <summary>Reads both parameters.</summary>
    public static ParameterList Get(DomainDefinition definition)
    {
        var list = new ParameterList();
        var tune = definition.NumaTune;
        list.Add("numa_mode", (int)tune.Mode);
        list.Add("numa_nodeset", tune.Nodes?.ToString() ?? "");
        return list;
    }

    /// <summary>Sets them.</summary>
    public static void Set(DomainDefinition definition, TypedParameter[] parameters)
    {
        var tune = definition.NumaTune;
        foreach (var parameter in parameters)
        {
            switch (parameter.Field)
            {
                case "numa_mode" when parameter.Value.ToInt64() is { } mode
                    && mode is >= 0 and < (long)VirDomainNumatuneMemMode.VIR_DOMAIN_NUMATUNE_MEM_LAST:
                    tune.Mode = (NumaMemoryMode)mode;
                    break;
                case "numa_mode":
                    throw DomainErrors.InvalidArgument($"unsupported numatune mode: '{parameter.Value}'");
                case "numa_nodeset" when CpuSet.TryParse(parameter.Value.ToString(), out var nodes) && !nodes.IsEmpty:
                    tune.Nodes = nodes;
                    break;
                case "numa_nodeset" when !CpuSet.TryParse(parameter.Value.ToString(), out _):
                    throw DomainErrors.InvalidArgument($"Failed to parse bitmap '{parameter.Value}'");
                case "numa_nodeset":
                    throw DomainErrors.Of(
                        Protocol.Errors.VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                        $"Invalid nodeset of 'numatune': {parameter.Value}");
                default:
                    throw Tuning.Unknown(parameter);
            }
        }

        tune.IsSpecified = true;
        tune.Placement = NumaPlacement.Static;
    }
}
