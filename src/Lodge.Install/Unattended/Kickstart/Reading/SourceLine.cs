namespace Lodge.Install.Unattended.Kickstart.Reading;

/// <summary>A line of a kickstart, with what ends it.</summary>
/// <param name="File">The file it stands in.</param>
/// <param name="Number">Its number there, from 1.</param>
/// <param name="Text">What is in it.</param>
internal readonly record struct SourceLine(string File, int Number, string Text)
{
    /// <summary>Whether it says nothing.</summary>
    public bool IsEmpty
    {
        get
        {
            var trimmed = Text.AsSpan().TrimStart();
            return trimmed.IsEmpty || trimmed[0] == '#';
        }
    }
}
