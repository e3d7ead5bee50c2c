namespace Lodge.Install.Facts;

/// <summary>Devices of blocks of this machine.</summary>
internal static class BlockDevice
{
    /// <summary>Whether a path leads to one: the kernel lists them all by name.</summary>
    public static bool Is(string path)
    {
        var target = File.ResolveLinkTarget(path, returnFinalTarget: true)?.FullName ?? Path.GetFullPath(path);
        return target.StartsWith("/dev/", StringComparison.Ordinal)
            && Directory.Exists("/sys/class/block/" + target["/dev/".Length..].Replace('/', '!'));
    }
}
