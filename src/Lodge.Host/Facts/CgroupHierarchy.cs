namespace Lodge.Host.Facts;

/// <summary>Where control groups are mounted, and which controllers they offer (cgroups(7)).</summary>
/// <param name="Unified">The mount point of version 2, or null.</param>
/// <param name="UnifiedControllers">Controllers that version 2 offers.</param>
/// <param name="Legacy">Mount points of version 1, by controller.</param>
public sealed record CgroupHierarchy(
    string? Unified, IReadOnlySet<string> UnifiedControllers, IReadOnlyDictionary<string, string> Legacy)
{
    // Version 2 has these always, without naming them: freezing is part of each group, and BPF programs govern devices.
    private static readonly string[] AlwaysInVersion2 = ["cpuacct", "devices", "freezer"];

    /// <summary>
    /// Whether a controller is there, by libvirt's name for it (<c>blkio</c> stands for <c>io</c> too).
    /// </summary>
    public bool Has(string controller) =>
        Legacy.ContainsKey(controller)
        || UnifiedControllers.Contains(controller == "blkio" ? "io" : controller)
        || (Unified is not null && UnifiedControllers.Count > 0 && AlwaysInVersion2.Contains(controller));

    /// <summary>Reads /proc/self/mounts and the controllers of each mount.</summary>
    public static CgroupHierarchy Read(HostFiles files)
    {
        string? unified = null;
        var legacy = new Dictionary<string, string>(StringComparer.Ordinal);
        foreach (var line in files.Lines("/proc/self/mounts"))
        {
            if (line.Split(' ') is not [_, var point, var type, var options, ..])
            {
                continue;
            }

            if (type == "cgroup2")
            {
                unified ??= point;
            }
            else if (type == "cgroup")
            {
                foreach (var option in options.Split(','))
                {
                    legacy.TryAdd(option, point);
                }
            }
        }

        HashSet<string> controllers = unified is null
            ? []
            : [.. (files.Text(unified + "/cgroup.controllers") ?? "").Split(
                (char[]?)null, StringSplitOptions.RemoveEmptyEntries)];
        return new CgroupHierarchy(unified, controllers, legacy);
    }
}
