using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>A guest's share of the host's CPUs, by libvirt's names.</summary>
internal static class SchedulerTuning
{
    /// <summary>How many parameters there are.</summary>
    public const int Count = 9;

    private const ulong LeastPeriod = 1000;
    private const ulong MostPeriod = 1000000;
    private const long LeastQuota = 1000;
    private const long MostQuota = 17592186044415;

    private static readonly (string Wire, string Model)[] Groups =
    [
        ("vcpu", ""), ("emulator", "emulator_"), ("global", "global_"), ("iothread", "iothread_"),
    ];

    /// <summary>Reads all; 0 where nothing is said.</summary>
    public static ParameterList Get(DomainDefinition definition)
    {
        var list = new ParameterList();
        list.Add("cpu_shares", definition.CpuTune.Shares ?? 0);
        foreach (var (wire, model) in Groups)
        {
            list.Add(wire + "_period", definition.CpuTune.Period(model + "period"));
            list.Add(wire + "_quota", definition.CpuTune.Quota(model + "quota"));
        }

        return list;
    }

    /// <summary>Sets some.</summary>
    public static void Set(DomainDefinition definition, TypedParameter[] parameters)
    {
        foreach (var parameter in parameters)
        {
            if (parameter.Field == "cpu_shares")
            {
                definition.CpuTune.Shares = Tuning.Number(parameter);
                continue;
            }

            var (wire, model) = Array.Find(
                Groups, group => parameter.Field.StartsWith(group.Wire + "_", StringComparison.Ordinal));
            if (wire is null)
                throw Tuning.Unknown(parameter);
            switch (parameter.Field[(wire.Length + 1)..])
            {
                case "period":
                    definition.CpuTune.SetPeriod(model + "period", Period(parameter));
                    break;
                case "quota":
                    definition.CpuTune.SetQuota(model + "quota", Quota(parameter));
                    break;
                default:
                    throw Tuning.Unknown(parameter);
            }
        }
    }

    private static ulong Period(TypedParameter parameter) =>
        Tuning.Number(parameter) is var period && (period == 0 || period is >= LeastPeriod and <= MostPeriod)
            ? period
            : throw DomainErrors.InvalidArgument(
                $"value of '{parameter.Field}' is out of range [{LeastPeriod}, {MostPeriod}]");

    private static long Quota(TypedParameter parameter) =>
        parameter.Value.ToInt64() is { } quota && (quota <= 0 || quota is >= LeastQuota and <= MostQuota)
            ? quota
            : throw DomainErrors.InvalidArgument(
                $"value of '{parameter.Field}' is out of range [{LeastQuota}, {MostQuota}]");
}
