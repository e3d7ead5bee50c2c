using Lodge.Install.Facts;
using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Options.Storage;
using Lodge.Security.Selinux;

namespace Lodge.Cli.VirtInstall;

/// <summary>Says what SELinux of this host has against the folders that a guest's disks lie in.</summary>
internal static class LabelAdvice
{
    /// <summary>Looks at the folders of a guest's disks, each once; nothing is known of another host's.</summary>
    public static void Give(GuestPlan plan, IInstallReport report)
    {
        if (plan.Host.IsRemote || plan.Host.Driver != "qemu" || plan.Host.IsUnprivileged) return;
        foreach (var folder in Folders(plan))
            if (StorageAdvice.OnThisHost(folder) is { } advice) report.Warn(string.Join('\n', advice.Lines()));
    }

    /// <summary>The folders that files of a guest's disks lie in.</summary>
    public static IEnumerable<string> Folders(GuestPlan plan) => plan.Domain.All("devices/disk")
        .Where(disk => disk["@device"] is not ("cdrom" or "floppy"))
        .Select(disk => FileOf(plan.StorageOf(disk)))
        .Select(Path.GetDirectoryName)
        .OfType<string>().Distinct(StringComparer.Ordinal);

    private static string? FileOf(DiskStorage? storage) => storage is { Kind: "file", Path: { } path } ? path : null;
}
