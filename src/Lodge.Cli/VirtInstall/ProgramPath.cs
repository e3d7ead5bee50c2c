namespace Lodge.Cli.VirtInstall;

/// <summary>Where programs are that the user has.</summary>
internal static class ProgramPath
{
    /// <summary>The path of a program; null where there is none of that name.</summary>
    public static string? Find(string name) => (Environment.GetEnvironmentVariable("PATH") ?? "")
        .Split(':', StringSplitOptions.RemoveEmptyEntries)
        .Select(folder => Path.Combine(folder, name)).FirstOrDefault(File.Exists);
}
