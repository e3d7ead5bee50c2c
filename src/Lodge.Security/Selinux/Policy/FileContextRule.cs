namespace Lodge.Security.Selinux.Policy;

/// <summary>A line of <c>file_contexts</c>.</summary>
/// <param name="Pattern">Which paths: a regular expression that a whole path must match.</param>
/// <param name="Type">Which files.</param>
/// <param name="Context">Their label; null for those that relabelling leaves alone
/// (<c>&lt;&lt;none&gt;&gt;</c>).</param>
public sealed record FileContextRule(string Pattern, FileType Type, string? Context)
{
    private const string None = "<<none>>";

    /// <summary>Reads a line; null where it has no rule.</summary>
    /// <param name="line">The line.</param>
    public static FileContextRule? TryParse(string line)
    {
        ArgumentNullException.ThrowIfNull(line);
        return line.Split((char[])['\t', ' '], StringSplitOptions.RemoveEmptyEntries) switch
        {
            [['#', ..], ..] => null,
            [var pattern, var context] => new FileContextRule(pattern, FileType.All[0], Label(context)),
            [var pattern, var mark, var context] when FileType.All.FirstOrDefault(type => type.Mark == mark) is { } type
                => new FileContextRule(pattern, type, Label(context)),
            _ => null,
        };
    }

    /// <summary>The line.</summary>
    public override string ToString() => $"{Pattern} {Type.Mark,2} {Context ?? None}";

    /// <summary>The line of a list, as <c>semanage fcontext -l</c> prints it.</summary>
    public string ToListLine() => $"{Pattern,-50} {Type.Words,-18} {(Context is null ? "<<None>>" : Context + " ")}";

    private static string? Label(string context) => context == None ? null : context;
}
