using System.Buffers;
using System.Globalization;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Nwfilter;

/// <summary>The chain that a filter's rules stand in: <c>root</c>, or a name that begins with a protocol.</summary>
/// <param name="Name">The name.</param>
/// <param name="Priority">Where root jumps to it: lower comes first; -1000 to 1000.</param>
public readonly record struct FilterChain(string Name, int Priority)
{
    private const int LongestName = 12;

    private static readonly SearchValues<char> NameCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:-");

    /// <summary>The chain that every frame goes through.</summary>
    public static FilterChain Root { get; } = new("root", 0);

    /// <summary>
    /// The protocols that a chain's name may begin with; longer ones that share a beginning come later.
    /// </summary>
    private static readonly (string Name, int Priority)[] Protocols =
        [("mac", -800), ("vlan", -750), ("stp", 0), ("arp", -500), ("rarp", -400), ("ipv4", -700), ("ipv6", -600)];

    /// <summary>Whether it is the chain that every frame goes through.</summary>
    public bool IsRoot => Name == "root";

    /// <summary>The protocol whose frames come here; null for root.</summary>
    public string? Protocol
    {
        get
        {
            var name = Name;
            return Array.Find(Protocols, protocol => name.StartsWith(protocol.Name, StringComparison.Ordinal)).Name;
        }
    }

    internal static FilterChain Parse(string? name, string? priority)
    {
        var chosen = priority is null ? (int?)null : ParsePriority(priority);
        if (name is null)
        {
            return Root;
        }

        if (name.Length > LongestName)
        {
            throw Refused($"Name of chain is longer than {LongestName} characters");
        }

        if (name.AsSpan().ContainsAnyExcept(NameCharacters))
        {
            throw Refused("Chain name contains invalid characters");
        }

        var protocol = Array.Find(Protocols, protocol => name.StartsWith(protocol.Name, StringComparison.Ordinal));
        return name == "root" || protocol.Name is not null
            ? new(name, chosen ?? protocol.Priority)
            : throw Refused(
                $"Invalid chain name '{name}'. Please use a chain name called 'root' or any of the following "
                + "prefixes: " +
                string.Join(", ", Protocols.Select(known => known.Name)));
    }

    private static int ParsePriority(string text)
    {
        if (!Xml.Numbers.TryInt(text, 10, out var priority))
        {
            throw Refused($"Could not parse chain priority '{text}'");
        }

        return priority is >= -FilterRule.HighestPriority and <= FilterRule.HighestPriority
            ? priority
            : throw Refused(string.Create(
                CultureInfo.InvariantCulture,
                $"Priority '{priority}' is outside valid range of [{-FilterRule.HighestPriority},"
                + $"{FilterRule.HighestPriority}]"));
    }

    private static VirException Refused(string detail) =>
        NetworkFilter.Refused(VirErrorNumber.VIR_ERR_INVALID_ARG, detail);
}
