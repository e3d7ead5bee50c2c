using Lodge.Network.Filters.Learning;

namespace Lodge.Network.Filters;

/// <summary>What a port is to have.</summary>
/// <param name="Ruleset">Its rules.</param>
/// <param name="Filters">The filters that they come from.</param>
/// <param name="Learning">How to watch for addresses meanwhile.</param>
internal sealed record PortPlan(PortRuleset Ruleset, IReadOnlySet<string> Filters, LearningMode Learning);
