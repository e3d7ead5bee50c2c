using System.Diagnostics;
using Xunit;

namespace Lodge.Storage.Tests;

/// <summary>The program that makes images, as the judge of what we read and write.</summary>
internal static class QemuImg
{
    private const string Program = "/usr/bin/qemu-img";

    /// <summary>Runs it; skips the test where it is not installed.</summary>
    public static string Run(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Program), "qemu-img is not installed");
        var start =
            new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        Assert.True(process.ExitCode == 0, $"qemu-img {string.Join(' ', arguments)}: {error.Result}");
        return output;
    }
}
