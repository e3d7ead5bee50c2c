namespace Lodge.Network.Dnsmasq;

/// <summary>The program that dnsmasq runs for each lease: a few lines that call the daemon's own program.</summary>
public static class LeaseScript
{
    private const UnixFileMode Executable = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
        | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherRead | UnixFileMode.OtherExecute;

    /// <summary>Writes it, in place of one of a program that may have moved.</summary>
    /// <param name="path">Where dnsmasq finds it.</param>
    /// <param name="program">The words that begin the daemon's command line.</param>
    /// <param name="folder">The folder of leases.</param>
    public static void Write(string path, IReadOnlyList<string> program, string folder)
    {
        ArgumentNullException.ThrowIfNull(program);
        var command = string.Join(' ', program.Select(Quote));
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        var next = path + ".new";
        File.WriteAllText(next, $"""
            #!/bin/sh
            # Written by lodged: dnsmasq tells it of each lease.
            if [ "$1" = init ] && [ ! -s {Quote(folder)}/"$VIR_BRIDGE_NAME".status ]; then exit 0; fi
            exec {command} --lease {Quote(folder)} "$@"

            """);
        File.SetUnixFileMode(next, Executable);
        File.Move(next, path, overwrite: true);
    }

    private static string Quote(string word) =>
        "'" + word.Replace("'", "'\\''", StringComparison.Ordinal) + "'";
}
