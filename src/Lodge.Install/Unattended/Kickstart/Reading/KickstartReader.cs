using Lodge.Install.Options;
using Lodge.Install.Unattended.Kickstart.Language;

namespace Lodge.Install.Unattended.Kickstart.Reading;

/// <summary>Reads a kickstart line by line, and notes whatever the installer would stop at.</summary>
/// <param name="version">The version of the language.</param>
/// <param name="follows">Whether files that it includes are read too.</param>
internal sealed class KickstartReader(KickstartVersion version, bool follows)
{
    private const int DepthLimit = 32;
    private const int FindingLimit = 1000;

    private readonly List<KickstartFinding> _findings = [];
    private readonly CommandChecks _commands = new(version);
    private KickstartSection? _section;
    private SourceLine _line;

    /// <summary>What was found, in the order of the lines.</summary>
    public IReadOnlyList<KickstartFinding> Findings => _findings;

    /// <summary>Reads a whole kickstart.</summary>
    /// <param name="file">The name it goes by.</param>
    /// <param name="text">What is in it.</param>
    public void Read(string file, string text)
    {
        _line = new SourceLine(file, 0, "");
        var lines = Expand(file, text).ToList();
        if (lines.TrueForAll(line => string.IsNullOrWhiteSpace(line.Text)))
        {
            Note("there is nothing in it");
            return;
        }

        ReadLines(lines, 0);
        if (_section is not null) Note($"section {_section.Name} has no %end");
        _line = new SourceLine(file, 0, "");
        foreach (var missing in _commands.Missing()) Note(missing, KickstartSeverity.Note);
    }

    // %ksappend puts a file in its place before anything is read, even within a section.
    private IEnumerable<SourceLine> Expand(string file, string text)
    {
        foreach (var line in KickstartSource.Lines(file, text))
        {
            var trimmed = line.Text.Trim();
            if (!trimmed.StartsWith("%ksappend", StringComparison.Ordinal))
            {
                yield return line;
                continue;
            }

            _line = line;
            if (trimmed.Split(' ') is not [_, var name, ..])
            {
                Note("%ksappend needs a file");
            }
            else if (Uri.TryCreate(name, UriKind.Absolute, out var address) && !address.IsFile)
            {
                Note(
                    $"'{name}' is fetched by the installer alone: what is in it was not checked",
                    KickstartSeverity.Note);
            }
            else if (Load(name) is { } appended)
            {
                foreach (var more in KickstartSource.Lines(name, appended)) yield return more;
            }
        }
    }

    private void ReadLines(IEnumerable<SourceLine> lines, int depth)
    {
        foreach (var line in lines)
        {
            if (_findings.Count >= FindingLimit) return;
            _line = line;
            try
            {
                if (_section is null) ReadCommand(depth);
                else ReadInSection(_section, depth);
            }
            catch (CommandRefusal refusal)
            {
                Note(refusal.Message);
            }
            catch (FormatException unclosed)
            {
                Note(unclosed.Message);
            }
        }
    }

    private void ReadCommand(int depth)
    {
        if (_line.IsEmpty) return;
        var words = ShellWords.Split(_line.Text, IsBlank, '#').ToList();
        switch (words)
        {
            case [] or ["%ksappend", ..]:
                break;
            case ["", ..]:
                throw new CommandRefusal("a command has no name");
            case ["%include", ..]:
                Include(words, depth);
                break;
            case [['%', ..], ..]:
                Open(words);
                break;
            default:
                Run(_commands.Check(words));
                break;
        }
    }

    private void Open(List<string> words)
    {
        var rule = SectionTable.Find(words[0]);

        // What follows the head belongs to it, even where the head is bad.
        _section = new KickstartSection(words[0], rule, version, _line.Number);
        _commands.Sections.Add(words[0]);
        if (rule is null) throw new CommandRefusal($"there is no section {words[0]}");
        Run(_commands.CheckSection(rule, words));
    }

    private void ReadInSection(KickstartSection section, int depth)
    {
        var trimmed = _line.Text.AsSpan().TrimStart();
        if (!trimmed.StartsWith("%") || (section.SkipsComments && _line.IsEmpty))
        {
            section.Add(_line);
            return;
        }

        var first = _line.Text.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries)[0];
        var opens = SectionTable.Find(first) is not null;
        if (!opens && first is not ("%end" or "%include"))
        {
            section.Add(_line);
            return;
        }

        var words = ShellWords.Split(_line.Text, IsBlank).ToList();
        if (first == "%include")
        {
            Include(words, depth);
            return;
        }

        _section = null;
        section.Close();
        if (!opens) return;
        Note($"section {section.Name} of line {section.Line} has no %end");
        Open(words);
    }

    private void Include(List<string> words, int depth)
    {
        if (words is not [_, { Length: > 0 } name, ..]) throw new CommandRefusal("%include needs a file");
        if (!follows) return;
        if (depth == DepthLimit) throw new CommandRefusal($"'{name}' includes itself, or files too deep");
        if (Path.GetDirectoryName(_line.File) is { } folder && !File.Exists(name)) name = Path.Combine(folder, name);
        var line = _line;
        if (Load(name) is { } text) ReadLines(KickstartSource.Lines(name, text), depth + 1);
        _line = line;
    }

    private void Run(IEnumerable<string> deprecated)
    {
        foreach (var warning in deprecated) Note(warning, KickstartSeverity.Deprecated);
    }

    private string? Load(string name)
    {
        try
        {
            return KickstartSource.Load(name);
        }
        catch (CommandRefusal refusal)
        {
            Note(refusal.Message);
            return null;
        }
    }

    private void Note(string text, KickstartSeverity severity = KickstartSeverity.Error) =>
        _findings.Add(new KickstartFinding(_line.File, _line.Number, text, severity));

    private static bool IsBlank(char character) => character is ' ' or '\t' or '\r' or '\n';
}
