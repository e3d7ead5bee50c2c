using System.Text;
using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>What a rule does with what it matched, and what it says of itself.</summary>
internal static class RuleEnding
{
    private const int LongestComment = 128;

    /// <summary>The whole rule of nft.</summary>
    /// <param name="match">Its conditions.</param>
    /// <param name="rule">The rule it comes from.</param>
    /// <param name="fields">Its fields, with values.</param>
    /// <param name="kernel">What can be had.</param>
    /// <param name="isFromGuest">A sender can be told: only where the frame has not been routed yet.</param>
    public static string Join(
        string match, FilterRule rule, IReadOnlyDictionary<RuleField, FieldValue> fields, KernelSupport kernel,
        bool isFromGuest)
    {
        var verdict = rule.Action switch
        {
            RuleAction.Accept => "accept",
            RuleAction.Return => "return",
            RuleAction.Continue => "continue",
            RuleAction.Reject when isFromGuest && kernel.Rejects => "reject",
            _ => "drop",
        };
        var comment = fields.TryGetValue(RuleField.Comment, out var value) ? $" comment \"{Comment(value.Text!)}\""
            : "";
        return (match.Length == 0 ? verdict : $"{match} {verdict}") + comment;
    }

    /// <summary>Nothing that ends a string of nft's language, or a line of it, stays.</summary>
    private static string Comment(string text)
    {
        var safe = new StringBuilder();
        foreach (var sign in text)
        {
            safe.Append(sign is >= ' ' and <= '~' and not ('"' or '\\' or '$') ? sign : '_');
        }

        return safe.Length > LongestComment - 1 ? safe.ToString(0, LongestComment - 1) : safe.ToString();
    }
}
