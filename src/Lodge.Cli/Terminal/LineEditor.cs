using System.Text;

namespace Lodge.Cli.Terminal;

/// <summary>Reads lines from a person, with the keys that readline's users have in their fingers.</summary>
/// <param name="write">Shows text at once.</param>
/// <param name="history">The lines before.</param>
/// <param name="complete">The words that can stand at the end of a text.</param>
internal sealed class LineEditor(Action<string> write, History history, Func<string, string[]> complete)
{
    private readonly Stream _input = StandardStreams.Input();
    private readonly LineBuffer _line = new();
    private string _prompt = "";
    private string _typed = "";
    private int _recalled;
    private bool _tabbed;

    /// <summary>Reads a line.</summary>
    /// <returns>The line; null when the input has ended.</returns>
    internal string? ReadLine(string prompt)
    {
        _prompt = prompt;
        using var terminal = RawTerminal.Enter(keepOutput: true);
        return terminal is null ? ReadPlain() : ReadEdited();
    }

    private string? ReadPlain()
    {
        write(_prompt);
        var bytes = new List<byte>();
        int next;
        while ((next = _input.ReadByte()) is >= 0 and not '\n')
        {
            bytes.Add((byte)next);
        }

        if (next < 0 && bytes.Count == 0)
        {
            return null;
        }

        var line = Encoding.UTF8.GetString([.. bytes]);
        write(line + "\n");
        return line;
    }

    private string? ReadEdited()
    {
        var keys = new KeyReader(_input);
        _line.Set("");
        _recalled = history.Count;
        Show();
        while (true)
        {
            var key = keys.Read();
            var isTab = key is { Kind: KeyKind.Control, Text: "\t" };
            switch (key)
            {
                case { Kind: KeyKind.Closed }:
                case { Kind: KeyKind.Control, Text: "\u0004" } when _line.Text.Length == 0:
                    return null;
                case { Kind: KeyKind.Control, Text: "\r" or "\n" }:
                    write("\r\n");
                    return _line.Text;
                case { Kind: KeyKind.Control, Text: "\u0003" }:
                    write("\r\n");
                    Environment.Exit(130);
                    return null;
                case { Kind: KeyKind.Text }:
                    _line.Insert(key.Text);
                    break;
                default:
                    Apply(key);
                    break;
            }

            _tabbed = isTab;
            Show();
        }
    }

    private void Apply(Key key)
    {
        switch (key.Kind)
        {
            case KeyKind.Control:
                ApplyControl(key.Text[0]);
                break;
            case KeyKind.Meta when key.Text == "b":
                _line.WordLeft();
                break;
            case KeyKind.Meta when key.Text == "f":
                _line.WordRight();
                break;
            case KeyKind.Left:
                _line.Move(-1);
                break;
            case KeyKind.Right:
                _line.Move(1);
                break;
            case KeyKind.Up:
                Recall(-1);
                break;
            case KeyKind.Down:
                Recall(1);
                break;
            case KeyKind.Home:
                _line.Home();
                break;
            case KeyKind.End:
                _line.End();
                break;
            case KeyKind.Delete:
                _line.Delete();
                break;
        }
    }

    private void ApplyControl(char control)
    {
        switch ((char)(control | 0x40))
        {
            case 'A':
                _line.Home();
                break;
            case 'B':
                _line.Move(-1);
                break;
            case 'D':
                _line.Delete();
                break;
            case 'E':
                _line.End();
                break;
            case 'F':
                _line.Move(1);
                break;
            case 'H' or '\x7F':
                _line.Backspace();
                break;
            case 'I':
                Complete();
                break;
            case 'K':
                _line.CutToEnd();
                break;
            case 'L':
                write("\x1b[H\x1b[2J");
                break;
            case 'N':
                Recall(1);
                break;
            case 'P':
                Recall(-1);
                break;
            case 'U':
                _line.CutToStart();
                break;
            case 'W':
                _line.CutWord();
                break;
            case 'Y':
                _line.Paste();
                break;
        }
    }

    private void Recall(int step)
    {
        var target = _recalled + step;
        if (target < 0 || target > history.Count)
        {
            return;
        }

        if (_recalled == history.Count)
        {
            _typed = _line.Text;
        }

        _recalled = target;
        _line.Set(target == history.Count ? _typed : history[target]);
    }

    private void Complete()
    {
        var before = _line.BeforeCursor;
        var matches = complete(before);
        if (matches.Length == 0)
        {
            return;
        }

        var typed = before[LineCompletion.WordStart(before)..].TrimStart('"', '\'');
        var common = matches.Aggregate(CommonStart);
        if (common.Length > typed.Length)
        {
            _line.Insert(common[typed.Length..]);
        }

        if (matches.Length == 1)
        {
            _line.Insert(" ");
        }
        else if (_tabbed)
        {
            write("\r\n" + string.Join("  ", matches.Order(StringComparer.Ordinal)) + "\r\n");
        }
    }

    private static string CommonStart(string first, string second)
    {
        var length = first.AsSpan().CommonPrefixLength(second);
        return first[..length];
    }

    private void Show() => write(LineView.Render(_prompt, _line, LineView.Columns()));
}
