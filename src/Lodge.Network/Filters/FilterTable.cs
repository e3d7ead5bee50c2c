using System.Globalization;
using System.Text;
using System.Text.RegularExpressions;

namespace Lodge.Network.Filters;

/// <summary>
/// The one table that all filters stand in: four places in the way of a frame, and at each a map from a port to its
/// chain.
/// </summary>
/// <remarks>
/// Frames are looked at before packets, both ways, each as a layer of its own: what one accepts the other still sees,
/// as with
/// <c>ebtables</c> and <c>iptables</c>.
/// </remarks>
internal static partial class FilterTable
{
    /// <summary>The table, with its family.</summary>
    public const string Name = "bridge lodge_filters";

    /// <summary>How names of sets begin that administrators fill.</summary>
    public const string SharedSets = "set-";

    /// <summary>The places: where they hook in, and by which end of the frame's way a port is found.</summary>
    public static IReadOnlyList<(string Place, string Hook, int Priority, string Port)> Places { get; } =
    [
        ("frames-out", "prerouting", -300, "iifname"),
        ("packets-out", "prerouting", 0, "iifname"),
        ("frames-in", "postrouting", 300, "oifname"),
        ("packets-in", "postrouting", 310, "oifname"),
    ];

    /// <summary>Writes the commands that make the table and its places; what is there already stays.</summary>
    public static void WriteFrame(StringBuilder script)
    {
        script.Append(CultureInfo.InvariantCulture, $"add table {Name}\n");
        foreach (var (place, hook, priority, port) in Places)
        {
            script.Append(CultureInfo.InvariantCulture, $"add map {Name} {place}-ports {{ type ifname : verdict ; }}\n")
                .Append(CultureInfo.InvariantCulture,
                    $"add chain {Name} {place} {{ type filter hook {hook} priority {priority} ; policy accept ; }}\n")
                .Append(CultureInfo.InvariantCulture, $"flush chain {Name} {place}\n")
                .Append(CultureInfo.InvariantCulture, $"add rule {Name} {place} {port} vmap @{place}-ports\n");
        }
    }

    /// <summary>Writes the commands that take everything away but administrators' sets.</summary>
    /// <param name="script">Where to.</param>
    /// <param name="listing">The table as it stands; null where there is none.</param>
    public static void WriteAnew(StringBuilder script, string? listing)
    {
        script.Append(CultureInfo.InvariantCulture, $"add table {Name}\ndelete table {Name}\nadd table {Name}\n");
        var sets = SharedSet().Matches(listing ?? "");
        if (sets.Count > 0)
        {
            script.Append(CultureInfo.InvariantCulture,
                $"table {Name} {{\n{string.Join('\n', sets.Select(set => set.Value))}\n}}\n");
        }
    }

    [GeneratedRegex(@"^\tset set-.*?^\t\}", RegexOptions.Multiline | RegexOptions.Singleline)]
    private static partial Regex SharedSet();
}
