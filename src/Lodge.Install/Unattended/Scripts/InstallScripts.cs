using Lodge.Install.Options;
using Lodge.Install.Os;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>Answers to an installer's questions, by the templates of osinfo-db.</summary>
/// <remarks>Source: <c>virt-install(1)</c>, <c>--unattended</c>; libosinfo's install scripts.</remarks>
public static class InstallScripts
{
    /// <summary>Makes the answers.</summary>
    /// <param name="options">What <c>--unattended</c> says.</param>
    /// <param name="request">What is installed.</param>
    /// <param name="warn">Takes what the person should know.</param>
    /// <param name="cancellation">Stops it.</param>
    /// <exception cref="OptionException">
    /// The operating system has no such templates, something they need was not given, or what was given cannot be
    /// written in their language.
    /// </exception>
    public static async Task<UnattendedPlan> PrepareAsync(
        UnattendedOptions options, InstallScriptRequest request, Action<string>? warn = null,
        CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(options);
        ArgumentNullException.ThrowIfNull(request);
        var answers = ScriptAnswers.Of(options, request);
        var (files, arguments) = (new List<SeedFile>(), new List<string>());
        foreach (var script in Choose(options.Profile, request, warn))
        {
            var method = request.HasInitrd ? "initrd" : "cdrom";
            if (!script.InjectionMethods.Contains(method))
            {
                throw new OptionException(
                    $"OS '{request.Os.Name}' does not support required injection method '{method}'");
            }

            answers.CheckNeeded(script, request.Os.Name);
            var input = new ScriptInput(script, request, answers, method);
            var template = new ScriptTemplate(script);
            files.Add(new SeedFile(
                script.ExpectedFileName ?? "unattended",
                await template.ApplyAsync(input.ToXml("install-script-config"), cancellation)));
            var line = await template.ApplyAsync(input.ToXml("command-line"), cancellation);
            if (!string.IsNullOrWhiteSpace(line)) arguments.Add(line.Trim());
        }

        var words = arguments.Count > 0 ? string.Join(' ', arguments) : null;
        if (request.HasInitrd) return new UnattendedPlan { InitrdFiles = files, KernelArguments = words };
        if (!request.Os.IsWindows)
        {
            warn?.Invoke(
                "Attempting unattended method=cdrom injection for a non-windows OS. If this doesn't work, try "
                + "passing install media to --location");
        }

        return new UnattendedPlan
        {
            Disk = new SeedDisk(SeedDisk.Plain, files),
            Drivers = [.. request.Os.PreInstallableDrivers(request.Architecture)
                .SelectMany(driver => driver.FileLocations)
                .Select(location => new Uri(location))],
        };
    }

    private static List<OsInstallScript> Choose(
        string? profile, InstallScriptRequest request, Action<string>? warn)
    {
        var name = request.Os.Name;
        if (request.Media is { SupportsScript: false })
            throw new OptionException($"OS '{name}' media does not support unattended installation");
        var scripts = request.Media is { ScriptIds.Count: > 0 } media
            ? [.. media.ScriptIds.Select(OsDatabase.Default.FindInstallScript).OfType<OsInstallScript>()]
            : request.Os.InstallScripts.ToList();
        if (scripts.Count == 0) throw new OptionException($"OS '{name}' does not support unattended installation.");
        var profiles = scripts.Select(script => script.Profile ?? "").Distinct().Order(StringComparer.Ordinal).ToList();
        if (profile is null)
        {
            profile = profiles.Contains("desktop") ? "desktop" : profiles[0];
            warn?.Invoke($"Using unattended profile '{profile}'");
        }

        var chosen = scripts.FindAll(script => (script.Profile ?? "") == profile);
        return chosen.Count > 0 ? chosen : throw new OptionException(
            $"OS '{name}' does not support unattended installation for the '{profile}' profile. "
            + $"Available profiles: {string.Join(", ", profiles)}");
    }
}
