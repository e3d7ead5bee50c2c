namespace Lodge.Cli.Virsh.Parsing;

/// <summary>Values parted by commas, in which <c>,,</c> is a comma of a value.</summary>
internal static class CommaList
{
    /// <summary>The values of a list.</summary>
    internal static List<string> Split(string text)
    {
        var tokens = text.Split(',');
        var values = new List<string> { tokens[0] };
        var joins = false;
        foreach (var token in tokens.Skip(1))
        {
            if (joins)
            {
                values[^1] += "," + token;
                joins = false;
            }
            else if (token.Length == 0)
            {
                joins = true;
            }
            else
            {
                values.Add(token);
            }
        }

        if (joins)
        {
            values.Add("");
        }

        return values;
    }
}
