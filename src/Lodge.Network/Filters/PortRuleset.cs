using System.Globalization;
using System.Text;
using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>All rules of one port: chains of nft rules, and where a frame comes into them.</summary>
internal sealed class PortRuleset
{
    private readonly SortedDictionary<string, List<string>> _chains = new(StringComparer.Ordinal);
    private readonly SortedDictionary<string, string> _entries = new(StringComparer.Ordinal);

    private PortRuleset(string device)
    {
        Device = device;
        Name = PortName(device);
        Sets = new PortSets(Name);
    }

    /// <summary>The port's device on the host.</summary>
    public string Device { get; }

    /// <summary>The device's name as names of chains begin with it.</summary>
    public string Name { get; }

    /// <summary>The chains that must be there.</summary>
    public IReadOnlyCollection<string> Chains => _chains.Keys;

    /// <summary>The places where the port has a chain.</summary>
    public IReadOnlyCollection<string> Places => _entries.Keys;

    /// <summary>The sets in use.</summary>
    public PortSets Sets { get; }

    /// <summary>Makes the rules of a filter for a port.</summary>
    /// <exception cref="Protocol.Errors.VirException">A rule cannot be had on this host.</exception>
    public static PortRuleset Build(string device, FilterTree tree, KernelSupport kernel)
    {
        var ruleset = new PortRuleset(device);
        new FrameChains(ruleset, kernel).Add(tree.Rules.Where(rule => rule.Rule.Protocol.IsEthernet()));
        new PacketChains(ruleset, kernel).Add(tree.Rules.Where(rule => !rule.Rule.Protocol.IsEthernet()));
        return ruleset;
    }

    /// <summary>Makes a port's frame rules by hand: what holds while its addresses are not known.</summary>
    public static PortRuleset Frames(string device, IEnumerable<string> fromGuest, IEnumerable<string> toGuest)
    {
        var ruleset = new PortRuleset(device);
        foreach (var (isFromGuest, rules) in ((bool, IEnumerable<string>)[])[(true, fromGuest), (false, toGuest)])
        {
            var lines = rules.ToList();
            if (lines.Count > 0)
            {
                ruleset.Enter(isFromGuest ? "frames-out" : "frames-in", isFromGuest ? "out" : "in").AddRange(lines);
            }
        }

        return ruleset;
    }

    /// <summary>The rules of a chain; it is made where it is not there.</summary>
    public List<string> Chain(string name)
    {
        var chain = $"{Name}-{name}";
        return _chains.TryGetValue(chain, out var rules) ? rules : _chains[chain] = [];
    }

    /// <summary>The rules of the chain that frames come into at a place.</summary>
    public List<string> Enter(string place, string name)
    {
        var rules = Chain(name);
        _entries[place] = $"{Name}-{name}";
        return rules;
    }

    /// <summary>Writes the commands that put these rules in the place of a port's earlier ones.</summary>
    public void Write(StringBuilder script, PortTraces? before)
    {
        foreach (var command in Sets.Commands)
        {
            script.Append(command).Append('\n');
        }

        foreach (var chain in _chains.Keys)
        {
            script.Append(CultureInfo.InvariantCulture,
                $"add chain {FilterTable.Name} {chain}\nflush chain {FilterTable.Name} {chain}\n");
        }

        foreach (var (chain, rules) in _chains)
        {
            foreach (var rule in rules)
            {
                script.Append(CultureInfo.InvariantCulture, $"add rule {FilterTable.Name} {chain} {rule}\n");
            }
        }

        foreach (var (place, chain) in _entries)
        {
            script.Append(CultureInfo.InvariantCulture,
                $"add element {FilterTable.Name} {place}-ports {{ \"{Device}\" : jump {chain} }}\n");
        }

        before?.WriteRemoval(script, this);
    }

    private static string PortName(string device)
    {
        // A name of nft begins with a letter and has few signs; different devices stay different by their bytes.
        if (device.Length > 0 && char.IsAsciiLetter(device[0])
            && device.All(sign => char.IsAsciiLetterOrDigit(sign) || sign is '_' or '.' or '-'))
        {
            return device;
        }

        return "port-x" + Convert.ToHexStringLower(Encoding.UTF8.GetBytes(device));
    }
}
