namespace Lodge.Cli.Terminal;

/// <summary>A line under edit: its text, the cursor, and what was cut last.</summary>
internal sealed class LineBuffer
{
    private string _cut = "";

    /// <summary>The text.</summary>
    internal string Text { get; private set; } = "";

    /// <summary>The cursor, before the character of this index.</summary>
    internal int Cursor { get; private set; }

    /// <summary>The text up to the cursor.</summary>
    internal string BeforeCursor => Text[..Cursor];

    /// <summary>Replaces all; the cursor goes to the end.</summary>
    internal void Set(string text)
    {
        Text = text;
        Cursor = text.Length;
    }

    /// <summary>Puts text in at the cursor.</summary>
    internal void Insert(string text)
    {
        Text = Text.Insert(Cursor, text);
        Cursor += text.Length;
    }

    /// <summary>Moves by one character.</summary>
    internal void Move(int step)
    {
        var target = Cursor + step;
        if (target > 0 && target < Text.Length && char.IsLowSurrogate(Text[target]))
        {
            target += step;
        }

        Cursor = Math.Clamp(target, 0, Text.Length);
    }

    /// <summary>Moves to the start of the line.</summary>
    internal void Home() => Cursor = 0;

    /// <summary>Moves to the end of the line.</summary>
    internal void End() => Cursor = Text.Length;

    /// <summary>Moves to the start of the word before the cursor.</summary>
    internal void WordLeft()
    {
        while (Cursor > 0 && !char.IsLetterOrDigit(Text[Cursor - 1]))
        {
            Cursor--;
        }

        while (Cursor > 0 && char.IsLetterOrDigit(Text[Cursor - 1]))
        {
            Cursor--;
        }
    }

    /// <summary>Moves to the end of the word after the cursor.</summary>
    internal void WordRight()
    {
        while (Cursor < Text.Length && !char.IsLetterOrDigit(Text[Cursor]))
        {
            Cursor++;
        }

        while (Cursor < Text.Length && char.IsLetterOrDigit(Text[Cursor]))
        {
            Cursor++;
        }
    }

    /// <summary>Deletes the character before the cursor.</summary>
    internal void Backspace()
    {
        var end = Cursor;
        Move(-1);
        Text = Text.Remove(Cursor, end - Cursor);
    }

    /// <summary>Deletes the character under the cursor.</summary>
    internal void Delete()
    {
        var start = Cursor;
        Move(1);
        Text = Text.Remove(start, Cursor - start);
        Cursor = start;
    }

    /// <summary>Cuts from the cursor to the end.</summary>
    internal void CutToEnd() => Cut(Cursor, Text.Length);

    /// <summary>Cuts from the start to the cursor.</summary>
    internal void CutToStart() => Cut(0, Cursor);

    /// <summary>Cuts the blank-delimited word before the cursor.</summary>
    internal void CutWord()
    {
        var start = Cursor;
        while (start > 0 && Text[start - 1] == ' ')
        {
            start--;
        }

        while (start > 0 && Text[start - 1] != ' ')
        {
            start--;
        }

        Cut(start, Cursor);
    }

    /// <summary>Puts in what was cut last.</summary>
    internal void Paste() => Insert(_cut);

    private void Cut(int start, int end)
    {
        _cut = Text[start..end];
        Text = Text.Remove(start, end - start);
        Cursor = start;
    }
}
