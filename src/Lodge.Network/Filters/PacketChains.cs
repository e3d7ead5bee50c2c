namespace Lodge.Network.Filters;

/// <summary>The two chains of a port whose rules follow connections.</summary>
internal sealed class PacketChains(PortRuleset ruleset, KernelSupport kernel)
{
    /// <summary>Adds all rules, those of <c>root</c> first, each in its place by priority.</summary>
    public void Add(IEnumerable<InstalledRule> rules)
    {
        foreach (var installed in rules.OrderBy(rule => !rule.Chain.IsRoot).ThenBy(rule => rule.Rule.Priority))
        {
            foreach (var values in VariableCombinations.Of(installed))
            {
                var fields = installed.Rule.Resolve(values);
                var connection = new ConnectionRules(installed, fields, ruleset.Sets, kernel);
                foreach (var isFromGuest in (bool[])[true, false])
                {
                    var way = isFromGuest ? "out" : "in";
                    foreach (var match in connection.Match(isFromGuest))
                    {
                        ruleset.Enter($"packets-{way}", $"{way}-packets")
                            .Add(match.HasVerdict
                                ? RuleEnding.Join(match.Conditions, installed.Rule, fields, kernel, isFromGuest)
                                : match.Conditions);
                    }
                }
            }
        }
    }
}
