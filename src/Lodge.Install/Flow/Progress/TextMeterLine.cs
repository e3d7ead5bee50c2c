namespace Lodge.Install.Flow.Progress;

/// <summary>Room on a line, given to its parts in the order of their weight.</summary>
/// <param name="columns">How wide the line is.</param>
/// <param name="least">What is kept for the text before them.</param>
internal sealed class TextMeterLine(int columns, int least)
{
    private bool _isFull;

    /// <summary>What is left.</summary>
    public int Left { get; private set; } = columns;

    /// <summary>A part, if there is room for it and was for all before it.</summary>
    public string Add(string part)
    {
        _isFull |= Left - least < part.Length;
        if (_isFull) return "";
        Left -= part.Length;
        return part;
    }

    /// <summary>A text cut or filled to what is left.</summary>
    public string Fit(string text) => text.Length > Left ? text[..Math.Max(Left, 0)] : text.PadRight(Left);
}
