namespace Lodge.Network.Filters;

/// <summary>The conditions of one rule of nft that follows connections.</summary>
/// <param name="Conditions">In nft's language.</param>
/// <param name="HasVerdict">Whether it decides; otherwise it only takes note.</param>
internal readonly record struct ConnectionMatch(string Conditions, bool HasVerdict)
{
    /// <summary>All the parts that say something.</summary>
    public static ConnectionMatch Of(bool hasVerdict, params ReadOnlySpan<string> parts)
    {
        var conditions = new List<string>();
        foreach (var part in parts)
        {
            if (part.Length > 0)
            {
                conditions.Add(part);
            }
        }

        return new ConnectionMatch(string.Join(' ', conditions), hasVerdict);
    }
}
