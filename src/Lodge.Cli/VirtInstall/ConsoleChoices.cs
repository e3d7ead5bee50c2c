using Lodge.Install.Flow;

namespace Lodge.Cli.VirtInstall;

/// <summary>Finds out which console suits a guest and where the user sits.</summary>
internal static class ConsoleChoices
{
    /// <summary>The console that <c>--autoconsole</c> asks for.</summary>
    /// <param name="text">What it says; null for nothing.</param>
    /// <param name="prepared">The guest.</param>
    /// <param name="report">Hears why there is none.</param>
    /// <exception cref="InstallFailure">There is no such kind of console.</exception>
    public static ConsoleChoice Of(string? text, PreparedInstall prepared, IInstallReport report) => text switch
    {
        null or "default" => Default(prepared, report),
        "none" => ConsoleChoice.None,
        "text" => ConsoleChoice.Text,
        "graphical" => ConsoleChoice.Graphical,
        _ => throw new InstallFailure($"Unknown autoconsole type '{text}'"),
    };

    private static ConsoleChoice Default(PreparedInstall prepared, IInstallReport report)
    {
        if (prepared.Method.HasCloudInit) return ConsoleChoice.Text;
        if (prepared.Plan.Domain.All("devices/graphics") is not [var display, ..]) return ConsoleChoice.Text;
        if (display["@type"] is not ("default" or "vnc" or "spice")) return ConsoleChoice.None;
        if (ProgramPath.Find("virt-viewer") is null)
        {
            report.Warn("Unable to connect to graphical console: virt-viewer not installed. Please install the "
                + "'virt-viewer' package.");
            return ConsoleChoice.None;
        }

        if (string.IsNullOrEmpty(Environment.GetEnvironmentVariable("DISPLAY")))
        {
            report.Warn("Graphics requested but DISPLAY is not set. Not running virt-viewer.");
            return ConsoleChoice.None;
        }

        return ConsoleChoice.Graphical;
    }
}
