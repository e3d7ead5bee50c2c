using Lodge.Install.Os;

namespace Lodge.Cli.VirtInstall;

/// <summary>Answers <c>--osinfo list</c>.</summary>
internal static class OsList
{
    /// <summary>Prints the names of all operating systems that are known, one a line.</summary>
    public static void Print(OsDatabase systems, TextWriter output)
    {
        foreach (var os in systems.All.Append(GuestOs.Generic).OrderBy(os => os.ShortId, NewestFirst.Instance))
            output.Write(string.Join(", ", os.ShortIds.Distinct().Order(StringComparer.Ordinal)) + "\n");
        output.Write("\nYou can see additional information with:\n\n  osinfo-query os\n\n");
    }
}
