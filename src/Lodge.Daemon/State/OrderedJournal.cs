namespace Lodge.Daemon.State;

/// <summary>Tells file systems that bring changes to the disk in the order in which they were made.</summary>
internal static unsafe class OrderedJournal
{
    private const long Ext4 = 0xEF53;
    private const long Xfs = 0x58465342;

    /// <summary>Whether the file system of an open folder keeps that order.</summary>
    /// <remarks>
    /// XFS always has a journal; ext4 may be without one, and has its number in common with ext2. Source: statfs(2),
    /// whose <c>f_type</c> comes first, and the kernel's <c>Documentation/ABI/testing/sysfs-fs-ext4</c>.
    /// </remarks>
    public static bool Covers(int folder)
    {
        const int Words = 32;
        var status = stackalloc long[Words];
        if (PosixFile.FileSystemStatus(folder, status) < 0)
            return false;
        return status[0] == Xfs || (status[0] == Ext4 && HasJournal(folder));
    }

    private static bool HasJournal(int folder)
    {
        if (PosixFile.DeviceOf(folder) is not var (major, minor))
            return false;
        try
        {
            var device = new DirectoryInfo($"/sys/dev/block/{major}:{minor}").LinkTarget;
            return device is not null
                && int.TryParse(File.ReadAllText($"/sys/fs/ext4/{Path.GetFileName(device)}/journal_task"), out _);
        }
        catch (Exception unknown) when (unknown is IOException or UnauthorizedAccessException)
        {
            return false;
        }
    }
}
