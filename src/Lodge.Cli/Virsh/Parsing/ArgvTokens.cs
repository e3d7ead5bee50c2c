namespace Lodge.Cli.Virsh.Parsing;

/// <summary>Words that the system's shell has cut already.</summary>
internal sealed class ArgvTokens(ReadOnlyMemory<string> words) : ITokenSource
{
    private int _position;

    /// <inheritdoc/>
    public bool AtCursor => false;

    /// <inheritdoc/>
    public TokenKind Next(bool complain, out string text)
    {
        if (_position == words.Length)
        {
            text = "";
            return TokenKind.End;
        }

        text = words.Span[_position++];
        return TokenKind.Argument;
    }
}
