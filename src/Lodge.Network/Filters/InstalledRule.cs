using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>A rule of a filter or of one it includes, with the values that hold there.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Chain">The chain of the filter it stands in.</param>
/// <param name="Variables">The values of each variable.</param>
internal sealed record InstalledRule(
    FilterRule Rule, FilterChain Chain, IReadOnlyDictionary<string, IReadOnlyList<string>> Variables);
