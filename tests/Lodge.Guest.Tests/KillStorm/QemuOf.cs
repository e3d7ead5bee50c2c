using System.Diagnostics;
using Lodge.Testing;

namespace Lodge.Guest.Tests.KillStorm;

/// <summary>The QEMU processes that the host really has for a guest.</summary>
internal static class QemuOf
{
    private static readonly TimeSpan LongEnough = TimeSpan.FromSeconds(20);

    /// <summary>
    /// Fails unless the guest has exactly one QEMU when it runs, and none, or one that just ends, when not.
    /// </summary>
    public static async Task ExpectAsync(LodgedProcess lodged, string name, bool running)
    {
        var found = lodged.Processes().Where(pid => IsQemuOf(pid, name)).ToArray();
        if (running)
        {
            Assert.True(found.Length == 1, $"{name} runs on {found.Length} QEMU processes");
            return;
        }

        foreach (var pid in found)
        {
            try
            {
                using var process = Process.GetProcessById(pid);
                await process.WaitForExitAsync().WaitAsync(LongEnough);
            }
            catch (ArgumentException)
            {
                // It ended meanwhile.
            }
        }
    }

    private static bool IsQemuOf(int pid, string name)
    {
        try
        {
            var arguments = File.ReadAllText($"/proc/{pid}/cmdline").Split('\0');
            return arguments[0].Contains("qemu-system", StringComparison.Ordinal)
                && arguments.Any(argument => argument == $"guest={name}"
                    || argument.StartsWith($"guest={name},", StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return false;
        }
    }
}
