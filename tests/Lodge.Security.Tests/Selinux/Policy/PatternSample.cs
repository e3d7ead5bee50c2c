using System.Text;

namespace Lodge.Security.Tests.Selinux.Policy;

/// <summary>
/// Makes a path that a pattern of a policy matches: each choice is taken once, each repetition done once.
/// </summary>
internal sealed class PatternSample
{
    private readonly string _pattern;
    private int _at;

    private PatternSample(string pattern) => _pattern = pattern;

    public static string Of(string pattern) => new PatternSample(pattern).Choice();

    private string Choice()
    {
        var first = Sequence();
        while (_at < _pattern.Length && _pattern[_at] == '|')
        {
            _at++;
            Sequence();
        }

        return first;
    }

    private string Sequence()
    {
        var text = new StringBuilder();
        while (_at < _pattern.Length && _pattern[_at] is not ('|' or ')'))
        {
            var part = Part();
            text.Append(Repeated(part));
        }

        return text.ToString();
    }

    private string Repeated(string part)
    {
        while (_at < _pattern.Length && _pattern[_at] is '*' or '+' or '?' or '{')
        {
            if (_pattern[_at] == '{')
            {
                var end = _pattern.IndexOf('}', _at);
                var least = int.Parse(_pattern[(_at + 1)..end].Split(',')[0], null);
                part = string.Concat(Enumerable.Repeat(part, Math.Max(least, 1)));
                _at = end;
            }

            _at++;
            if (_at == _pattern.Length)
            {
                break;
            }
        }

        return part;
    }

    private string Part()
    {
        var letter = _pattern[_at++];
        switch (letter)
        {
            case '(':
                if (_pattern.AsSpan(_at).StartsWith("?:"))
                {
                    _at += 2;
                }

                var inside = Choice();
                _at++;
                return inside;
            case '[':
                return Class();
            case '.':
                return "x";
            case '\\':
                return _pattern[_at++] switch { 'd' => "1", 'w' => "w", var other => other.ToString() };
            case '^' or '$':
                return "";
            default:
                return letter.ToString();
        }
    }

    private string Class()
    {
        var isNot = _pattern[_at] == '^';
        _at += isNot ? 1 : 0;
        var start = _at;
        _at = _pattern.IndexOf(']', _at + 1) + 1;
        var letters = _pattern[start..(_at - 1)];
        return isNot ? "xyz_0".First(one => !letters.Contains(one)).ToString() : letters[0] == '\\'
            ? letters[1].ToString()
            : letters[0].ToString();
    }
}
