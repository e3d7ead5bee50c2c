namespace Lodge.Corpus.Tests;

/// <summary>
/// A figure of a comparison with recorded cases: printed with what is left, and held against its floor.
/// </summary>
internal sealed class CorpusReport(string what)
{
    // As much of a case's differences as a reader of the run wants; the whole is in the test's own output.
    private const int LineMost = 160;

    private readonly List<string> _lines = [];
    private int _good;
    private int _all;

    /// <summary>Counts a case.</summary>
    /// <param name="name">The case.</param>
    /// <param name="differences">In what it differs: each line begins with a cause; none where it is equal.</param>
    public void Add(string name, IReadOnlyCollection<string> differences)
    {
        _all++;
        if (differences.Count == 0) _good++;
        _lines.AddRange(differences.Select(line => $"{name}: {line.ReplaceLineEndings(" ")}"));
    }

    /// <summary>Prints the figure and the rest, and fails where less is equal than once was.</summary>
    public void Finish(int floor)
    {
        var figure = $"{what}: {_good} of {_all}";
        TestContext.Current.TestOutputHelper!.WriteLine(figure);
        Console.WriteLine(figure);
        Testing.Figures.Tell(figure);
        foreach (var line in _lines)
        {
            TestContext.Current.TestOutputHelper!.WriteLine(line);
            Console.WriteLine("  " + line);
            Testing.Figures.Tell("  " + (line.Length > LineMost ? line[..LineMost] + " …" : line));
        }

        if (Environment.GetEnvironmentVariable("LODGE_CORPUS_REPORT") is { } folder)
        {
            File.WriteAllLines(Path.Combine(folder, what.Replace(' ', '-') + ".txt"), _lines.Prepend(figure));
        }

        Assert.True(_good >= floor, $"{figure}, below {floor}");
    }
}
