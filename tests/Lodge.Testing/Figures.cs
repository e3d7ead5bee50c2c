namespace Lodge.Testing;

/// <summary>What tests count, such as how many cases of a corpus are equal, for whoever runs all of them.</summary>
public static class Figures
{
    private static readonly Lock s_lock = new();

    /// <summary>Adds a line to the file that <c>LODGE_FIGURES</c> names; nothing where it names none.</summary>
    public static void Tell(string line)
    {
        if (Environment.GetEnvironmentVariable("LODGE_FIGURES") is not { Length: > 0 } file) return;
        lock (s_lock) File.AppendAllText(file, line + "\n");
    }
}
