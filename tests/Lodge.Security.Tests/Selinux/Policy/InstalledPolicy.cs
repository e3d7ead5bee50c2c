using System.Diagnostics;
using Lodge.Security.Selinux.Policy;

namespace Lodge.Security.Tests.Selinux.Policy;

/// <summary>The policy of the distribution, and its own tools as judges.</summary>
internal static class InstalledPolicy
{
    public static string Contexts
    {
        get
        {
            var found = ((string[])["default", "targeted"])
                .Select(name => $"/etc/selinux/{name}/contexts/files/file_contexts")
                .FirstOrDefault(File.Exists);
            Assert.SkipUnless(FileContexts.IsPossible, "libselinux.so.1 is not installed");
            Assert.SkipWhen(found is null, "no policy of SELinux is installed (selinux-policy-default)");
            return found!;
        }
    }

    public static string Folder => Path.GetFullPath(Path.Combine(Path.GetDirectoryName(Contexts)!, "../.."));

    /// <summary>Every rule of the policy and of home folders, with a path that it is about.</summary>
    public static IEnumerable<(FileContextRule Rule, string Path)> Samples() =>
        new LocalRules(Folder).ReadAll().Select(static rule => (rule, PatternSample.Of(rule.Pattern)));

    /// <summary>Runs one of SELinux's tools; the test is skipped where it is not installed.</summary>
    public static (int Status, string Output, string Error) Run(string program, params IEnumerable<string> arguments)
    {
        var path = ((string[])["/usr/sbin", "/sbin", "/usr/bin"])
            .Select(folder => Path.Combine(folder, program))
            .FirstOrDefault(File.Exists);
        Assert.SkipWhen(path is null, $"{program} is not installed (selinux-utils, policycoreutils)");
        using var process = Process.Start(new ProcessStartInfo(path!, arguments)
        {
            RedirectStandardOutput = true, RedirectStandardError = true,
        })!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
