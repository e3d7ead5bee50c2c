using System.Text.RegularExpressions;
using Lodge.Install.Options.Methods;
using Lodge.Install.Os;
using Lodge.Install.Unattended.Kickstart;

namespace Lodge.Install.Flow;

/// <summary>Looks at kickstart files before the installer does, which would stop at the first error in them.</summary>
internal static partial class InjectedKickstart
{
    private const string Check = "kickstart";

    /// <summary>Looks at the files that the installer's kernel is told to follow.</summary>
    /// <param name="request">The request that injects them.</param>
    /// <param name="os">What is installed.</param>
    /// <param name="report">Hears what is wrong where it is passed over.</param>
    /// <exception cref="InstallFailure">There are errors in one.</exception>
    public static void Refuse(InstallRequest request, GuestOs os, IInstallReport report)
    {
        var arguments = string.Join(' ', request.ExtraArguments.Append(request.Install.KernelArguments));
        var followed = Followed().Matches(arguments).Select(match => Path.GetFileName(match.Groups[1].Value)).ToList();
        foreach (var path in request.InjectedFiles.Where(path => followed.Contains(Path.GetFileName(path))))
            Refuse(path, request, os, report);
    }

    /// <summary>Looks at one file.</summary>
    /// <exception cref="InstallFailure">There are errors in it.</exception>
    public static void Refuse(string path, InstallRequest request, GuestOs os, IInstallReport report)
    {
        var errors = KickstartCheck.File(path, KickstartVersion.Find(os.ShortId))
            .Where(finding => finding.Severity == KickstartSeverity.Error).ToList();
        if (errors.Count == 0) return;
        var lines = string.Join('\n', errors);
        if (request.Checks.IsOn(Check))
            throw new InstallFailure($"There are errors in kickstart '{path}':\n{lines}\n{CheckOptions.Hint(Check)}");
        report.Warn(lines);
    }

    /// <summary>The language of an operating system's kickstarts; the newest where it is unknown.</summary>
    public static KickstartVersion VersionOf(GuestOs os) =>
        KickstartVersion.Find(os.ShortId) ?? KickstartVersion.Newest;

    [GeneratedRegex(@"(?:^|\s)(?:inst\.)?ks=(?:file:)?(/\S+)")]
    private static partial Regex Followed();
}
