using System.Globalization;

namespace Lodge.Daemon.Config;

/// <summary>A configuration file as libvirt's daemons have them: <c>key = value</c>, where a value is a number or a
/// text in quotes.</summary>
/// <remarks>Source: libvirt, <c>src/util/virconf.c</c> and <c>libvirtd.conf</c>.</remarks>
internal sealed class ConfigurationFile
{
    private readonly Dictionary<string, (string Value, bool IsText, int Line)> _settings = [];
    private readonly Dictionary<string, string[]> _lists = [];
    private readonly string _path;

    private ConfigurationFile(string path) => _path = path;

    /// <summary>Reads a file; one that is not there has no settings.</summary>
    /// <param name="path">Where it is.</param>
    /// <exception cref="FormatException">A line is not understood; the text names the file and the line.</exception>
    public static ConfigurationFile Read(string path)
    {
        var file = new ConfigurationFile(path);
        var number = 0;
        foreach (var line in File.Exists(path) ? File.ReadLines(path) : [])
        {
            file.Take(line.Trim(), ++number);
        }

        return file;
    }

    /// <summary>A text; null when it is not set.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="FormatException">It is set, and no text.</exception>
    public string? Text(string key)
    {
        if (!_settings.TryGetValue(key, out var setting))
        {
            return null;
        }

        return setting.IsText ? setting.Value : throw Wrong(setting.Line, $"'{key}' must be a text in quotes");
    }

    /// <summary>Texts: one alone, or several in brackets; empty when it is not set.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="FormatException">It is set, and no text.</exception>
    public IReadOnlyList<string> Texts(string key)
    {
        if (_lists.TryGetValue(key, out var list))
        {
            return list;
        }

        return Text(key) is { } text ? [text] : [];
    }

    /// <summary>A whole number that is not negative; null when it is not set.</summary>
    /// <param name="key">Its name.</param>
    /// <exception cref="FormatException">It is set, and no such number.</exception>
    public int? Number(string key)
    {
        if (!_settings.TryGetValue(key, out var setting))
        {
            return null;
        }

        return !setting.IsText
            && int.TryParse(setting.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number)
            ? number
            : throw Wrong(setting.Line, $"'{key}' must be a whole number, 0 or more");
    }

    /// <summary>The permissions of a file, an octal text such as <c>"0770"</c>; null when they are not set.</summary>
    /// <param name="key">Their name.</param>
    /// <exception cref="FormatException">They are set, and no permissions.</exception>
    public UnixFileMode? Mode(string key)
    {
        if (Text(key) is not { } text)
        {
            return null;
        }

        const int most = 0x1ff;
        var mode = 0;
        foreach (var digit in text)
        {
            mode = digit is >= '0' and <= '7' && mode <= most ? (mode * 8) + (digit - '0') : int.MaxValue;
        }

        return text.Length > 0 && mode <= most
            ? (UnixFileMode)mode
            : throw Wrong(_settings[key].Line, $"'{key}' must be octal permissions such as \"0770\"");
    }

    private void Take(string line, int number)
    {
        if (line.Length == 0 || line[0] == '#')
        {
            return;
        }

        var equals = line.IndexOf('=', StringComparison.Ordinal);
        var key = equals > 0 ? line[..equals].TrimEnd() : "";
        if (key.Length == 0 || !key.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '.'))
        {
            throw Wrong(number, "a setting reads: name = value");
        }

        var value = line[(equals + 1)..].Trim();
        if (value is ['[', ..])
        {
            _lists[key] = List(value, number);
            return;
        }

        _lists.Remove(key);
        _settings[key] = Value(value, number);
    }

    private string[] List(string text, int number)
    {
        var end = text.LastIndexOf(']');
        if (end < 0 || !IsOver(text[(end + 1)..]))
        {
            throw Wrong(number, "a list reads, on one line: name = [ \"text\", \"text\" ]");
        }

        return
        [
            .. text[1..end].Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
                .Select(item => Value(item, number) is (var value, true, _)
                    ? value
                    : throw Wrong(number, "a list has texts in quotes")),
        ];
    }

    private (string Value, bool IsText, int Line) Value(string text, int number)
    {
        if (text.Length > 1 && text[0] is '"' or '\'')
        {
            var end = text.IndexOf(text[0], 1);
            return end > 0 && IsOver(text[(end + 1)..])
                ? (text[1..end], true, number)
                : throw Wrong(number, "a quote is not closed");
        }

        var comment = text.IndexOf('#', StringComparison.Ordinal);
        var word = comment >= 0 ? text[..comment].TrimEnd() : text;
        return word.Length > 0 && word.All(char.IsAsciiDigit)
            ? (word, false, number)
            : throw Wrong(number, "a value is a number, or a text in quotes");
    }

    private static bool IsOver(string rest) => rest.TrimStart() is "" or ['#', ..];

    private FormatException Wrong(int line, string what) => new($"{_path}:{line}: {what}");
}
