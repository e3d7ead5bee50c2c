using System.Globalization;

namespace Lodge.Install.Unattended.Kickstart;

/// <summary>How much a finding matters.</summary>
public enum KickstartSeverity
{
    /// <summary>Its author should know.</summary>
    Note,

    /// <summary>The installer goes on, now or in this version only, without what the line asks for.</summary>
    Deprecated,

    /// <summary>The installer stops at it.</summary>
    Error,
}

/// <summary>Something about a kickstart that its author should know.</summary>
/// <param name="File">The file, by the name it was given or included under.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Text">What it is.</param>
/// <param name="Severity">How much it matters.</param>
public sealed record KickstartFinding(string File, int Line, string Text, KickstartSeverity Severity)
{
    /// <summary>As compilers write it: <c>ks.cfg:12: error: there is no command foo</c>.</summary>
    public override string ToString()
    {
        var severity = Severity switch
        {
            KickstartSeverity.Error => "error",
            KickstartSeverity.Deprecated => "deprecated",
            _ => "note",
        };
        var place = Line == 0 ? File : string.Create(CultureInfo.InvariantCulture, $"{File}:{Line}");
        return $"{place}: {severity}: {Text}";
    }
}
