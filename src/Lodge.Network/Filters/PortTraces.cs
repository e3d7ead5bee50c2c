using System.Globalization;
using System.Text;

namespace Lodge.Network.Filters;

/// <summary>What a port has in the kernel, so that it can be taken away.</summary>
/// <param name="Device">The port's device.</param>
/// <param name="Places">Where it has a chain.</param>
/// <param name="Chains">Its chains.</param>
/// <param name="Sets">Its sets.</param>
internal sealed record PortTraces(
    string Device, IReadOnlyCollection<string> Places, IReadOnlyCollection<string> Chains,
        IReadOnlyCollection<string> Sets)
{
    /// <summary>What a ruleset leaves.</summary>
    public static PortTraces Of(PortRuleset ruleset) =>
        new(ruleset.Device, [.. ruleset.Places], [.. ruleset.Chains], [.. ruleset.Sets.Own]);

    /// <summary>Writes the commands that take away what is not in the new rules, or everything.</summary>
    public void WriteRemoval(StringBuilder script, PortRuleset? after = null)
    {
        foreach (var place in Places.Except(after?.Places ?? []))
        {
            script.Append(CultureInfo.InvariantCulture,
                $"delete element {FilterTable.Name} {place}-ports {{ \"{Device}\" }}\n");
        }

        // Chains jump to each other, so all are emptied before the first goes.
        var chains = Chains.Except(after?.Chains ?? []).ToList();
        foreach (var chain in chains)
        {
            script.Append(CultureInfo.InvariantCulture, $"flush chain {FilterTable.Name} {chain}\n");
        }

        foreach (var chain in chains)
        {
            script.Append(CultureInfo.InvariantCulture, $"delete chain {FilterTable.Name} {chain}\n");
        }

        foreach (var set in Sets.Except(after?.Sets.Own ?? []))
        {
            script.Append(CultureInfo.InvariantCulture, $"delete set {FilterTable.Name} {set}\n");
        }
    }
}
