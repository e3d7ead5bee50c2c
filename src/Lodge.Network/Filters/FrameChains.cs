using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>The chains of a port that look at frames one by one.</summary>
/// <remarks>
/// Rules of <c>root</c> and the jumps to other chains stand together by priority, a chain before the rules of its own
/// priority; inside a chain, rules stand by theirs.
/// </remarks>
internal sealed class FrameChains(PortRuleset ruleset, KernelSupport kernel)
{
    /// <summary>Adds all rules.</summary>
    public void Add(IEnumerable<InstalledRule> rules)
    {
        var sorted = rules.OrderBy(rule => rule.Rule.Priority).ToList();
        AddWay(sorted.Where(rule => rule.Rule.Direction != RuleDirection.In).ToList(), isFromGuest: true);
        AddWay(sorted.Where(rule => rule.Rule.Direction != RuleDirection.Out).ToList(), isFromGuest: false);
    }

    private void AddWay(List<InstalledRule> rules, bool isFromGuest)
    {
        if (rules.Count == 0)
        {
            return;
        }

        var way = isFromGuest ? "out" : "in";
        var root = ruleset.Enter($"frames-{way}", way);
        var jumps = new Queue<FilterChain>(
            from rule in rules
            where !rule.Chain.IsRoot
            group rule.Chain by rule.Chain.Name into chain
            let last = chain.Last()
            orderby last.Priority, last.Name
            select last);
        foreach (var rule in rules.Where(rule => rule.Chain.IsRoot))
        {
            while (jumps.TryPeek(out var chain) && chain.Priority <= rule.Rule.Priority)
            {
                root.Add(Jump(jumps.Dequeue(), way));
            }

            root.AddRange(Lines(rule, isFromGuest));
        }

        root.AddRange(jumps.Select(chain => Jump(chain, way)));
        foreach (var rule in rules.Where(rule => !rule.Chain.IsRoot))
        {
            ruleset.Chain(ChainName(rule.Chain, way)).AddRange(Lines(rule, isFromGuest));
        }
    }

    private string Jump(FilterChain chain, string way)
    {
        var condition = chain.Protocol switch
        {
            "ipv4" => "ether type ip ",
            "ipv6" => "ether type ip6 ",
            "arp" => "ether type 0x0806 ",
            "rarp" => "ether type 0x8035 ",
            "vlan" => "ether type 0x8100 ",
            "stp" => "ether daddr 01:80:c2:00:00:00 ",
            _ => "",
        };
        return $"{condition}jump {ruleset.Name}-{ChainName(chain, way)}";
    }

    private static string ChainName(FilterChain chain, string way) =>
        $"{way}-{chain.Name.Replace(':', '/')}";

    private IEnumerable<string> Lines(InstalledRule installed, bool isFromGuest)
    {
        var rule = installed.Rule;
        var isReversed = isFromGuest && rule.Direction == RuleDirection.InOut;
        foreach (var values in VariableCombinations.Of(installed))
        {
            var fields = rule.Resolve(values);
            if (fields.TryGetValue(RuleField.Gratuitous, out var gratuitous) && gratuitous.Number != 0)
            {
                ruleset.Sets.Gratuitous();
            }

            yield return RuleEnding.Join(
                FrameRules.Match(rule, fields, ruleset.Name, isReversed), rule, fields, kernel, isFromGuest: false);
        }
    }
}
