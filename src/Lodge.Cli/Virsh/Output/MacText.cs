namespace Lodge.Cli.Virsh.Output;

/// <summary>Hardware addresses of network interfaces.</summary>
internal static class MacText
{
    private const int Parts = 6;

    /// <summary>The address as domain XML has it, <c>52:54:00:0a:1b:2c</c>; null when the text is none.</summary>
    internal static string? Normalize(string text)
    {
        var parts = text.Split(':');
        if (parts.Length != Parts)
        {
            return null;
        }

        var bytes = new byte[Parts];
        for (var i = 0; i < Parts; i++)
        {
            if (!byte.TryParse(parts[i], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out bytes[i]))
            {
                return null;
            }
        }

        return string.Join(':', bytes.Select(static part => part.ToString("x2", CultureInfo.InvariantCulture)));
    }

    /// <summary>Two texts stand for the same address.</summary>
    internal static bool Same(string a, string b) => Normalize(a) is { } first && first == Normalize(b);
}
