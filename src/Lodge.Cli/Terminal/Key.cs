namespace Lodge.Cli.Terminal;

/// <summary>What a key press means to the line editor.</summary>
internal enum KeyKind
{
    /// <summary>Text to put in.</summary>
    Text,

    /// <summary>A control character; the text holds it.</summary>
    Control,

    /// <summary>A letter with the meta key; the text holds it.</summary>
    Meta,

    /// <summary>One character left.</summary>
    Left,

    /// <summary>One character right.</summary>
    Right,

    /// <summary>The line before in the history.</summary>
    Up,

    /// <summary>The line after in the history.</summary>
    Down,

    /// <summary>The start of the line.</summary>
    Home,

    /// <summary>The end of the line.</summary>
    End,

    /// <summary>Delete the character under the cursor.</summary>
    Delete,

    /// <summary>A key without a meaning here.</summary>
    Other,

    /// <summary>The input has ended.</summary>
    Closed,
}

/// <summary>A key press.</summary>
/// <param name="Kind">What it means.</param>
/// <param name="Text">The characters, where it has some.</param>
internal readonly record struct Key(KeyKind Kind, string Text = "");
