using System.Globalization;
using Lodge.Install.Options;
using Lodge.Install.Options.Domains;

namespace Lodge.Install.Defaults;

/// <summary>How many processors a guest has, how they are laid out, and what they are like.</summary>
internal static class Processors
{
    private const string Topology = "cpu/topology/";

    private static readonly string[] s_parts = ["sockets", "dies", "cores", "threads"];

    /// <summary>Makes count and layout fit each other.</summary>
    /// <param name="plan">The guest.</param>
    /// <param name="count">The count where neither was given.</param>
    /// <exception cref="FormatException">They cannot fit.</exception>
    public static void SyncTopology(GuestPlan plan, int count)
    {
        var domain = plan.Domain;
        var isLaidOut = domain.Values.Any(value => value.Key.StartsWith(Topology, StringComparison.Ordinal));
        if (Number(domain["vcpu"]) is null) domain["vcpu"] = Text(isLaidOut ? Total(plan) : count);
        if (!isLaidOut) return;
        var wanted = Number(domain["vcpu"])!.Value;
        // Cores first: some systems refuse more sockets than a few.
        if (Number(domain[Topology + "@cores"]) is null) domain[Topology + "@cores"] = Text(wanted / Total(plan));
        if (Number(domain[Topology + "@sockets"]) is null) domain[Topology + "@sockets"] = Text(wanted / Total(plan));
        if (Number(domain[Topology + "@dies"]) is null) domain[Topology + "@dies"] = "1";
        if (Number(domain[Topology + "@threads"]) is null) domain[Topology + "@threads"] = Text(wanted / Total(plan));
        if (Total(plan) == wanted) return;
        string Part(string name) => domain[$"{Topology}@{name}"] ?? "0";
        throw new FormatException("Total CPUs implied by topology "
            + $"(sockets={Part("sockets")} * dies={Part("dies")} * cores={Part("cores")} * threads={Part("threads")} "
            + $"== {Total(plan)}) does not match vCPU count {wanted}");
    }

    /// <summary>Chooses a model where options have said nothing of it.</summary>
    public static void Complete(GuestPlan plan)
    {
        var domain = plan.Domain;
        if (!plan.IsTest && !plan.IsQemu) return;
        if (plan.IsProcessorDecided || IsDescribed(plan)) return;
        if (plan.IsArmVirt && domain["@type"] == "kvm")
        {
            domain["cpu/@mode"] = "host-passthrough";
        }
        else if (plan.IsArmVirt && plan.Architecture == "aarch64")
        {
            // A machine for 64 bits has a processor for 32 if nothing else is said.
            ProcessorModel.Set(plan, "cortex-a57");
        }
        else if (plan.IsX86 && domain["@type"] == "kvm" && plan.Architecture == plan.Host.Capabilities.Architecture)
        {
            ProcessorModel.Set(plan, "default");
        }
    }

    private static bool IsDescribed(GuestPlan plan) =>
        plan.Domain.Values.Any(value => value.Key.StartsWith("cpu/", StringComparison.Ordinal))
            || plan.Domain.Shape.Lists.Keys.Any(
                list => list.StartsWith("cpu/", StringComparison.Ordinal) && plan.Domain.All(list).Count > 0);

    private static long Total(GuestPlan plan) => s_parts
        .Aggregate(1L, (total, part) => total * (Number(plan.Domain[$"{Topology}@{part}"]) ?? 1));

    // Zero counts as nothing said.
    private static long? Number(string? text) =>
        long.TryParse(text, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) && number != 0
            ? number
            : null;

    private static string Text(long number) => number.ToString(CultureInfo.InvariantCulture);
}
