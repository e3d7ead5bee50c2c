using System.Text;

namespace Lodge.Cli.Virsh.Parsing;

/// <summary>
/// Cuts a line as virsh does: blanks part words, <c>;</c> and line ends part commands, <c>#</c> starts a comment,
/// <c>'…'</c>, <c>"…"</c> and <c>\</c> quote.
/// </summary>
internal sealed class LineTokens(string line) : ITokenSource
{
    private int _position;

    /// <inheritdoc/>
    public bool AtCursor => _position == line.Length;

    /// <inheritdoc/>
    public TokenKind Next(bool complain, out string text)
    {
        text = "";
        var at = SkipBlanks(_position);
        if (at >= line.Length)
        {
            return TokenKind.End;
        }

        switch (line[at])
        {
            case ';' or '\n':
                _position = at + 1;
                return TokenKind.CommandEnd;
            case '#':
                var end = line.IndexOf('\n', at);
                _position = end < 0 ? line.Length : end + 1;
                return TokenKind.CommandEnd;
            default:
                return Word(at, complain, out text);
        }
    }

    private int SkipBlanks(int at)
    {
        while (at < line.Length)
        {
            if (line[at] is ' ' or '\t')
            {
                at++;
            }
            else if (line[at] == '\\' && at + 1 < line.Length && line[at + 1] == '\n')
            {
                at += 2;
            }
            else
            {
                break;
            }
        }

        return at;
    }

    private TokenKind Word(int at, bool complain, out string text)
    {
        var word = new StringBuilder();
        var singleQuote = false;
        var doubleQuote = false;
        text = "";
        while (at < line.Length)
        {
            var c = line[at];
            if (!doubleQuote && !singleQuote && c is ' ' or '\t' or ';' or '\n')
            {
                break;
            }

            if (!doubleQuote && c == '\'')
            {
                singleQuote = !singleQuote;
                at++;
                continue;
            }

            if (!singleQuote && c == '\\')
            {
                if (++at == line.Length)
                {
                    return complain ? throw new CommandFailure("dangling \\") : TokenKind.Error;
                }

                if (line[at] == '\n')
                {
                    at++;
                    continue;
                }
            }
            else if (!singleQuote && c == '"')
            {
                doubleQuote = !doubleQuote;
                at++;
                continue;
            }

            word.Append(line[at++]);
        }

        if (doubleQuote && complain)
        {
            throw new CommandFailure("missing \"");
        }

        _position = at;
        text = word.ToString();
        return TokenKind.Argument;
    }
}
