using System.Diagnostics;
using Xunit;

namespace Lodge.Storage.Tests;

/// <summary>The program that makes images, as the judge of what we read and write.</summary>
internal static class QemuImg
{
    private const string Program = "/usr/bin/qemu-img";

    // It measures its processor for LUKS, and gives up on clocks that tick slowly.
    private const string ClockComplaint = "Unable to get accurate CPU usage";

    /// <summary>Runs it; skips the test where it is not installed.</summary>
    public static string Run(params string[] arguments)
    {
        Assert.SkipUnless(File.Exists(Program), "qemu-img is not installed");
        var (status, output, error) = Once(arguments);
        for (var attempt = 1; attempt < 8 && error.Contains(ClockComplaint, StringComparison.Ordinal); attempt++)
        {
            (status, output, error) = Once(arguments);
        }

        Assert.True(status == 0, $"qemu-img {string.Join(' ', arguments)}: {error}");
        return output;
    }

    private static (int Status, string Output, string Error) Once(string[] arguments)
    {
        var start =
            new ProcessStartInfo(Program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true };
        using var process = Process.Start(start)!;
        var error = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, output, error.Result);
    }
}
