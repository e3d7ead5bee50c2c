using Lodge.Install.Unattended.Kickstart.Language;
using Lodge.Install.Unattended.Kickstart.Reading;

namespace Lodge.Install.Unattended.Kickstart;

/// <summary>Finds what an installer would stop at in a kickstart, before it does.</summary>
public static class KickstartCheck
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="version">The language of its installer; null for what it says of itself.</param>
    /// <param name="follows">Whether the files it includes are checked too.</param>
    /// <returns>What was found: errors, and what its author should know.</returns>
    public static IReadOnlyList<KickstartFinding> File(
        string path, KickstartVersion? version = null, bool follows = false)
    {
        try
        {
            return Text(KickstartSource.Load(path), path, version, follows);
        }
        catch (CommandRefusal refusal)
        {
            return [new KickstartFinding(path, 0, refusal.Message, KickstartSeverity.Error)];
        }
    }

    /// <summary>Checks what is in a file.</summary>
    /// <param name="text">What is in it.</param>
    /// <param name="name">The name it goes by.</param>
    /// <param name="version">The language of its installer; null for what it says of itself.</param>
    /// <param name="follows">Whether the files it includes are checked too.</param>
    /// <returns>What was found: errors, and what its author should know.</returns>
    public static IReadOnlyList<KickstartFinding> Text(
        string text, string name, KickstartVersion? version = null, bool follows = false)
    {
        ArgumentNullException.ThrowIfNull(text);
        var reader = new KickstartReader(version ?? VersionOf(text) ?? KickstartVersion.Newest, follows);
        reader.Read(name, text);
        return reader.Findings;
    }

    /// <summary>The version a kickstart says it is written for, by <c>#version=RHEL9</c>; null where it says
    /// none.</summary>
    public static KickstartVersion? VersionOf(string text)
    {
        const string Mark = "#version=";
        ArgumentNullException.ThrowIfNull(text);
        foreach (var line in KickstartSource.Lines("", text))
        {
            if (line.Text.StartsWith(Mark, StringComparison.Ordinal))
                return line.Text[Mark.Length..].Trim() is "DEVEL"
                    ? KickstartVersion.Newest
                    : KickstartVersion.Find(line.Text[Mark.Length..].Trim());
        }

        return null;
    }
}
