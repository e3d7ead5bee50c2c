namespace Lodge.Cli.Virsh.Output;

/// <summary>The order in which lists show names: by letter, whatever its case.</summary>
internal static class NameOrder
{
    /// <summary>Compares as C's strcasecmp does.</summary>
    internal static int Compare(string a, string b) =>
        string.CompareOrdinal(a.ToLowerInvariant(), b.ToLowerInvariant());
}
