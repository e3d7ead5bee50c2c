using Lodge.Qemu.Launcher;
using Xunit.MicrosoftTestingPlatform;

namespace Lodge.Qemu.Tests;

/// <summary>
/// The tests, and the launcher that they start processes through: as the daemon, this program has both.
/// </summary>
internal static class Program
{
    private static int Main(string[] arguments) => LauncherProgram.IsAskedFor(arguments)
        ? LauncherProgram.Run(arguments)
        : TestPlatformTestFramework.RunAsync(arguments, SelfRegisteredExtensions.AddSelfRegisteredExtensions)
            .GetAwaiter().GetResult();
}
