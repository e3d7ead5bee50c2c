using System.Diagnostics;
using Lodge.Install.Drafts;

namespace Lodge.Cli.VirtInstall;

/// <summary>A console of a guest, in a process of its own that has the user's terminal or display.</summary>
internal static class GuestConsole
{
    /// <summary>Starts it.</summary>
    /// <param name="choice">Which.</param>
    /// <param name="uri">The connection's name.</param>
    /// <param name="guest">The guest.</param>
    /// <param name="report">Hears what is run.</param>
    /// <exception cref="IOException">It cannot be started.</exception>
    public static Process Start(ConsoleChoice choice, string uri, Draft guest, ToolReport report)
    {
        var name = guest["name"] ?? "";
        string[] words = choice == ConsoleChoice.Text
            ? ["--connect", uri, "console", name]
            : ["--connect", uri, "--wait", name, .. IsLocal(guest) ? (string[])["--attach"] : []];
        var (program, what) = choice == ConsoleChoice.Text ? ("virsh", "text") : ("virt-viewer", "graphical");
        report.Print($"Running {what} console command: {program} {string.Join(' ', words.Select(Quoted))}");
        // virsh is this very program, by another name: the one beside it, where the name says what is to be done.
        var beside = Path.Combine(Path.GetDirectoryName(Environment.ProcessPath!)!, program);
        var start = choice == ConsoleChoice.Graphical || File.Exists(beside)
            ? new ProcessStartInfo(choice == ConsoleChoice.Graphical ? program : beside, words)
            : new ProcessStartInfo(Environment.ProcessPath!, [program, .. words]);
        try
        {
            return Process.Start(start)!;
        }
        catch (System.ComponentModel.Win32Exception refused)
        {
            throw new IOException($"Error launching {program}: {refused.Message}", refused);
        }
    }

    // A display that no other host can reach.
    private static bool IsLocal(Draft guest) => guest.All("devices/graphics").Any(display =>
        display["gl/@enable"] == "yes" || display.All("listen").Any(listen => listen["@type"] == "none"));

    private static string Quoted(string word) =>
        word.All(letter => char.IsLetterOrDigit(letter) || "@%+=:,./-_".Contains(letter)) && word.Length > 0
            ? word
            : $"'{word.Replace("'", "'\"'\"'", StringComparison.Ordinal)}'";
}
