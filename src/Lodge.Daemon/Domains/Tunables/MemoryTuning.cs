using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>Limits of a guest's memory, by libvirt's names, in KiB.</summary>
internal static class MemoryTuning
{
    /// <summary>Reads all.</summary>
    public static ParameterList Get(DomainDefinition definition)
    {
        var list = new ParameterList();
        list.Add("hard_limit", definition.MemoryTune.HardLimit ?? MemoryTune.Unlimited);
        list.Add("soft_limit", definition.MemoryTune.SoftLimit ?? MemoryTune.Unlimited);
        list.Add("swap_hard_limit", definition.MemoryTune.SwapHardLimit ?? MemoryTune.Unlimited);
        return list;
    }

    /// <summary>Sets some.</summary>
    public static void Set(DomainDefinition definition, TypedParameter[] parameters)
    {
        var tune = definition.MemoryTune;
        foreach (var parameter in parameters)
        {
            ulong? value = Tuning.Number(parameter) is var number and < MemoryTune.Unlimited ? number : null;
            switch (parameter.Field)
            {
                case "hard_limit":
                    tune.HardLimit = value;
                    break;
                case "soft_limit":
                    tune.SoftLimit = value;
                    break;
                case "swap_hard_limit":
                    tune.SwapHardLimit = value;
                    break;
                default:
                    throw Tuning.Unknown(parameter);
            }
        }

        if (tune.HardLimit > tune.SwapHardLimit)
            throw DomainErrors.InvalidArgument(
                "memory hard_limit tunable value must be lower than or equal to swap_hard_limit");
    }
}
