namespace Lodge.Cli.Syntax;

/// <summary>Options of how much a program checks and tells, for every program that has them.</summary>
internal static class ReportArguments
{
    /// <summary>Which checks are made.</summary>
    public static Argument Check { get; } = new("--check")
    {
        Help = "Enable or disable validation checks. Example:\n"
            + "--check path_in_use=off\n"
            + "--check all=off",
    };

    /// <summary>Errors alone are told.</summary>
    public static Argument Quiet { get; } =
        new("--quiet", ArgumentKind.Switch) { Short = "-q", Help = "Suppress non-error output" };

    /// <summary>Everything is told.</summary>
    public static Argument Debug { get; } =
        new("--debug", ArgumentKind.Switch) { Short = "-d", Help = "Print debugging information" };
}
