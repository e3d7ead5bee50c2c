namespace Lodge.Host.Validation;

/// <summary>Writes checks the way libvirt's <c>virt-host-validate</c> does, a line each.</summary>
public static class CheckReport
{
    private const string Reset = "\e[0m";

    /// <summary>Writes each check as it is made.</summary>
    /// <param name="checks">The checks.</param>
    /// <param name="output">Where the lines go; null for none.</param>
    /// <param name="colours">Whether the outcome is coloured, as on a terminal.</param>
    /// <returns>Whether none failed; a warning is no failure.</returns>
    public static bool Write(IEnumerable<HostCheck> checks, TextWriter? output, bool colours)
    {
        var good = true;
        foreach (var check in checks)
        {
            good &= check.Level != CheckLevel.Fail;
            output?.WriteLine(Line(check, colours));
        }

        return good;
    }

    private static string Line(HostCheck check, bool colours)
    {
        var (word, colour) = check.Level switch
        {
            CheckLevel.Pass => ("PASS", "\e[32m"),
            CheckLevel.Fail => ("FAIL", "\e[31m"),
            CheckLevel.Warn => ("WARN", "\e[33m"),
            _ => ("NOTE", "\e[34m"),
        };
        var outcome = colours ? colour + word + Reset : word;
        var hint = check.Hint is null ? string.Empty : $" ({check.Hint})";
        return $"{check.Driver,6}: Checking {check.Subject,-60}: {outcome}{hint}";
    }
}
