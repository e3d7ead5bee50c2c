using Lodge.Install.Facts;

namespace Lodge.Install.Flow;

/// <summary>Where kernels and seeds lie for the first start of a guest.</summary>
internal static class ScratchFolder
{
    /// <summary>Where guests of the whole host find them.</summary>
    public const string OfHost = "/var/lib/libvirt/boot";

    /// <summary>The folder for them on this machine, made if it is not there.</summary>
    public static string Here(IHostFacts host)
    {
        if (!host.IsUnprivileged && Directory.Exists(OfHost) && IsWritable(OfHost)) return OfHost;
        var caches = Environment.GetEnvironmentVariable("XDG_CACHE_HOME") is { Length: > 0 } said
            ? said
            : Path.Combine(Environment.GetFolderPath(Environment.SpecialFolder.UserProfile), ".cache");
        var folder = Path.Combine(caches, "virt-manager", "boot");
        const UnixFileMode Mode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute
            | UnixFileMode.GroupRead | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;
        if (!OperatingSystem.IsWindows()) Directory.CreateDirectory(folder, Mode);
        return folder;
    }

    /// <summary>Whether what lies in a folder here has to be sent to where the host finds it.</summary>
    public static bool IsElsewhere(IHostFacts host, string folder) =>
        host.IsRemote || (!host.IsUnprivileged && folder != OfHost);

    private static bool IsWritable(string folder)
    {
        var probe = Path.Combine(folder, $".lodge-{Guid.NewGuid():n}");
        try
        {
            using (new FileStream(
                probe, FileMode.CreateNew, FileAccess.Write, FileShare.None, 1, FileOptions.DeleteOnClose))
            {
                return true;
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
