namespace Lodge.Install.Unattended.Kickstart;

/// <summary>Something about a kickstart that its author should know.</summary>
/// <param name="File">The file, by the name it was given or included under.</param>
/// <param name="Line">The line, from 1; 0 where it is about the whole file.</param>
/// <param name="Text">What it is.</param>
/// <param name="IsError">Whether the installer would stop at it; else it goes on without what the line asks for.</param>
public sealed record KickstartFinding(string File, int Line, string Text, bool IsError)
{
    /// <summary>As compilers write it: <c>ks.cfg:12: error: Unknown command: foo</c>.</summary>
    public override string ToString() =>
        string.Create(
            System.Globalization.CultureInfo.InvariantCulture,
            $"{File}:{Line}: {(IsError ? "error" : "warning")}: {Text}");
}
