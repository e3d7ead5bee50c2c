using System.Text.Json;
using Lodge.Testing;

namespace Lodge.Install.Tests.Os;

/// <summary>What libosinfo itself makes of this machine's database; asked once.</summary>
public sealed class LibosinfoSays
{
    /// <summary>Its answer; null where it is not installed.</summary>
    public JsonElement? Answer { get; } = Ask();

    private static JsonElement? Ask()
    {
        if (!Directory.Exists("/usr/share/osinfo")) return null;
        var script = Path.Combine(AppContext.BaseDirectory, "Os", "libosinfo_says.py");
        var run = ProgramRun.OfAsync("/usr/bin/python3", [script], TimeSpan.FromMinutes(9)).GetAwaiter().GetResult();
        return run.ExitCode == 0 ? JsonDocument.Parse(run.Output).RootElement : null;
    }
}
