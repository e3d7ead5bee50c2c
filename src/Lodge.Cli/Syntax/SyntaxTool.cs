namespace Lodge.Cli.Syntax;

/// <summary>
/// <c>lodge manual PROGRAM</c> and <c>lodge complete PROGRAM WORD</c>: what manual pages and the shell have of
/// the tables.
/// </summary>
internal static class SyntaxTool
{
    /// <summary>The command lines that tables describe.</summary>
    public static IReadOnlyList<ProgramSyntax> All { get; } =
        [VirtInstall.InstallSyntax.Table, VirtClone.CloneSyntax.Table, VirtXml.XmlSyntax.Table];

    /// <summary>Prints a manual page.</summary>
    /// <returns>The exit status.</returns>
    public static int PrintManual(string[] words)
    {
        if (words is not [var name] || Find(name) is not { } syntax) return 1;
        Console.Out.Write(ManPage.Of(syntax));
        return 0;
    }

    /// <summary>Prints words that may stand next, one a line.</summary>
    /// <returns>The exit status.</returns>
    public static int PrintCompletion(string[] words)
    {
        if (words is not [var name, var previous] || Find(name) is not { } syntax) return 1;
        foreach (var word in WordCompletion.After(syntax, previous)) Console.Out.WriteLine(word);
        return 0;
    }

    private static ProgramSyntax? Find(string name) => All.FirstOrDefault(syntax => syntax.Name == name);
}
