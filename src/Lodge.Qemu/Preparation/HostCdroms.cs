namespace Lodge.Qemu.Preparation;

/// <summary>The host's own disc drives: QEMU watches them for discs that come and go.</summary>
internal static class HostCdroms
{
    private const string BlockDevices = "/sys/block";

    public static HashSet<string> Find()
    {
        if (!Directory.Exists(BlockDevices)) return [];
        var drives = Directory.EnumerateFileSystemEntries(BlockDevices, "sr*");
        return [.. drives.Select(drive => "/dev/" + Path.GetFileName(drive))];
    }
}
