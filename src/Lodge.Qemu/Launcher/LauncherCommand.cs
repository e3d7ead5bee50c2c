namespace Lodge.Qemu.Launcher;

/// <summary>How this very program is started once more as a launcher.</summary>
/// <param name="Path">What to start.</param>
/// <param name="Arguments">Its own name and what comes before <c>--launch</c>.</param>
internal sealed record LauncherCommand(string Path, IReadOnlyList<string> Arguments)
{
    // The link leads to the program we run from even where the file was replaced or deleted since.
    private const string Self = "/proc/self/exe";

    public static LauncherCommand Current { get; } = Find();

    private static LauncherCommand Find()
    {
        var runsUnderHost = System.IO.Path.GetFileName(Environment.ProcessPath) == "dotnet";
        return runsUnderHost
            ? new LauncherCommand(Self, ["dotnet", Environment.GetCommandLineArgs()[0]])
            : new LauncherCommand(Self, ["lodge-launcher"]);
    }
}
