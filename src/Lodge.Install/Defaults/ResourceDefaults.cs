using System.Globalization;
using Lodge.Install.Options;

namespace Lodge.Install.Defaults;

/// <summary>
/// Memory, processors and a disk for guests that were given none, as their operating system likes it.
/// </summary>
internal static class ResourceDefaults
{
    private const long ContainerMemory = 1024;

    /// <summary>Fills them in.</summary>
    /// <param name="plan">The guest.</param>
    /// <param name="hasStorage">Whether options said anything of disks or shared folders.</param>
    /// <returns>A line for the person who waits on each thing that was chosen.</returns>
    /// <exception cref="OptionException">The disk cannot be made.</exception>
    public static IReadOnlyList<string> Apply(GuestPlan plan, bool hasStorage)
    {
        var lines = new List<string>();
        var domain = plan.Domain;
        if (plan.IsContainer)
        {
            if (!HasMemory(plan))
            {
                lines.Add($"Using container default --memory {ContainerMemory}");
                SetMemory(plan, ContainerMemory * 1024);
            }

            return lines;
        }

        var (os, architecture) = (plan.Os, plan.Architecture ?? "");
        if (os.RecommendedRam(architecture) is { } memory && !HasMemory(plan))
        {
            var mebibytes = (memory / 1024d / 1024d).ToString(CultureInfo.InvariantCulture);
            lines.Add($"Using {os.ShortId} default --memory {mebibytes}");
            SetMemory(plan, memory / 1024);
        }

        if (os.RecommendedProcessors(architecture) is { } count) Processors.SyncTopology(plan, (int)count);
        if (os.RecommendedStorage(architecture) is not { } storage || hasStorage) return lines;
        var disk = $"size={storage / (1024L * 1024 * 1024)}";
        lines.Add($"Using {os.ShortId} default --disk {disk}");
        GuestOptions.Find("--disk")!.Apply(disk, plan);
        return lines;

        void SetMemory(GuestPlan guest, long kibibytes)
        {
            domain["memory"] = kibibytes.ToString(CultureInfo.InvariantCulture);
            domain["currentMemory"] = domain["memory"];
        }
    }

    /// <summary>Whether anything was said of memory.</summary>
    public static bool HasMemory(GuestPlan plan) => plan.Domain["memory"] is not (null or "0")
        || plan.Domain["currentMemory"] is not (null or "0") || plan.Domain.All("cpu/numa/cell").Count > 0;
}
