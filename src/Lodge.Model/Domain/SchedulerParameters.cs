using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>How the host's kernel schedules a thread.</summary>
public sealed class SchedulerParameters
{
    /// <summary>The policy.</summary>
    public SchedulerPolicy Policy { get; set; }

    /// <summary>The priority, of real-time policies.</summary>
    public int Priority { get; set; }

    internal static SchedulerParameters Parse(Element element)
    {
        var parameters = new SchedulerParameters
        {
            Policy = element.RequiredNamed("scheduler", SchedulerPolicyNames.Table, nonZero: true),
        };
        if (parameters.Policy is SchedulerPolicy.Fifo or SchedulerPolicy.Rr)
        {
            element.Required("priority");
            parameters.Priority = element.Int("priority") ?? 0;
        }

        return parameters;
    }

    internal static void ParseAll(
        Element tune, string name, SortedDictionary<uint, SchedulerParameters> found, Action<uint> check)
    {
        foreach (var element in tune.All(name + "sched"))
        {
            var text = element.Attribute(name + "s")
                ?? throw XmlError.Domain($"Missing attribute '{name}s' in element '{name}sched'");
            if (!CpuSet.TryParse(text, out var set))
            {
                throw XmlError.Domain(VirErrorNumber.VIR_ERR_INVALID_ARG, $"Failed to parse bitmap '{text}'");
            }

            if (set.IsEmpty)
            {
                throw XmlError.Unsupported($"'{name}s' scheduler bitmap '{text}' is empty");
            }

            var parameters = Parse(element);
            foreach (var member in set.Members)
            {
                check((uint)member);
                if (!found.TryAdd((uint)member, parameters))
                {
                    throw XmlError.Domain(
                        VirErrorNumber.VIR_ERR_XML_DETAIL, $"'{name}sched' attributes '{name}s' must not overlap");
                }
            }
        }
    }

    internal void Format(XmlOutput output, string name, uint? id)
    {
        output.Start(name + "sched").Attribute(name + "s", (ulong?)id).Attribute("scheduler", Policy.ToXml())
            .Attribute("priority", Policy is SchedulerPolicy.Fifo or SchedulerPolicy.Rr ? (long?)Priority : null).End();
    }
}
