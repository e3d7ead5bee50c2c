namespace Lodge.Install.Unattended;

/// <summary>Names of machines on a network (RFC 1123).</summary>
internal static class HostName
{
    private const string Unwelcome = "{|}~[]\\^':; <=>?@!\"#$%`()+/.,*&";

    /// <summary>Whether a name may be a machine's, with its domain or without.</summary>
    public static bool IsOne(string name) =>
        name.Length is > 0 and <= 253 && name.Split('.').All(static part =>
            part.Length is > 0 and <= 63 && part[0] != '-' && part[^1] != '-'
            && part.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-'));

    /// <summary>A name that an installer takes, made of any: what it would stumble over becomes a dash.</summary>
    public static string Of(string name) => string.Concat(
        name.Select(static letter => Unwelcome.Contains(letter, StringComparison.Ordinal) || char.IsControl(letter)
            ? '-'
            : letter));
}
