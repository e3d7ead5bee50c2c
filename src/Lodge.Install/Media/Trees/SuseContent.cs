namespace Lodge.Install.Media.Trees;

/// <summary>The file <c>content</c> of SUSE's older trees: lines of a key, a blank and a value.</summary>
internal sealed class SuseContent
{
    private readonly Dictionary<string, string> _values = new(StringComparer.Ordinal);

    public SuseContent(string text)
    {
        foreach (var line in text.AsSpan().EnumerateLines())
        {
            var blank = line.IndexOf(' ');
            if (blank > 0) _values[line[..blank].ToString()] = line[(blank + 1)..].ToString();
        }
    }

    /// <summary>The architecture of the tree, in SUSE's words.</summary>
    public string? Architecture
    {
        get
        {
            var text = (Value("BASEARCHS") ?? Value("DEFAULTBASE") ?? Value("REPOID")?.Split('/')[^1])?.Trim();
            if (text is null) return null;
            if (text.Contains("i586-x86_64", StringComparison.Ordinal)) return "x86_64";
            return text is ['i', >= '4' and <= '9', '8', '6', ..] ? "i386" : text;
        }
    }

    /// <summary><c>openSUSE 11.4</c>, <c>SUSE Linux Enterprise Server 11 SP4</c>.</summary>
    public string? Product =>
        Value("LABEL") ?? (Value("DISTRO") is { } distro && distro.Contains(',') ? distro.Split(',')[^1] : null);

    /// <summary><c>11.4</c>; of a service pack, the pack after the point.</summary>
    public string? Version
    {
        get
        {
            if (Product is not { } product) return null;
            if (product.Contains("Enterprise", StringComparison.Ordinal)
                || product.Contains("SLES", StringComparison.Ordinal))
            {
                // SUSE Linux Enterprise Server 11 SP4
                return product.Trim().Split(' ') is [_, _, _, _, var version, .. var rest]
                    ? version + (rest is [{ Length: > 2 } pack, ..] ? $".{pack[2]}" : "")
                    : null;
            }

            var plain = (Value("VERSION") ?? "").Split('-')[0].Trim();
            // cpe:/o:opensuse:opensuse:13.2,openSUSE
            return plain.Length > 0 ? plain : Value("DISTRO")?.Split(',')[0].Split(':') is [_, _, _, _, var last, ..]
                ? last.Trim()
                : null;
        }
    }

    private string? Value(string key) => _values.GetValueOrDefault(key);
}
