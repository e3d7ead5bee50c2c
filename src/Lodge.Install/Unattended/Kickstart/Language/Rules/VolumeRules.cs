using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of commands that lay out partitions and volumes.</summary>
internal static class VolumeRules
{
    private static readonly VersionSet WithFormatOptions = Rhel(7) | Fedora();

    public static string? PartitionName(CommandUse use) =>
        use.OneOperand("mntpoint") is var point && point == "swap" ? null : MountPoint(point);

    public static string RaidName(CommandUse use)
    {
        var device = use.Text("--device") ?? "";
        var isNumbered = !Fedora(43).Has(use.Version) && !Rhel(10).Has(use.Version);
        return isNumbered && device.StartsWith("md", StringComparison.Ordinal) ? device[2..] : device;
    }

    public static void Partition(CommandUse use)
    {
        if (use.Has("--resize") && !use.IsSet("--onpart")) CommandUse.Refuse("--resize needs --onpart");
        if (use.Has("--resize") && !use.IsSet("--size")) CommandUse.Refuse("--resize needs --size");
        var type = use.Text("--fstype");
        if (WithFormatOptions.Has(use.Version) && type == "tmpfs" && (use.Has("--grow") || use.IsSet("--maxsize")))
            CommandUse.Refuse("--fstype=tmpfs cannot be used with --grow or --maxsize");
        Format(use);
        if (Rhel(8).Has(use.Version)
            && (type == "btrfs" || use.OneOperand("mntpoint").StartsWith("btrfs.", StringComparison.Ordinal)))
        {
            CommandUse.Refuse("Btrfs is not supported");
        }
    }

    public static void Raid(CommandUse use)
    {
        Unexpected(use);
        var exists = use.Has("--noformat") || use.Has("--useexisting");
        var hasMembers = use.Operand("partitions").Count > 0 || use.More.Count > 0;
        if (!hasMembers && !exists) CommandUse.Refuse("raid needs the partitions it is made of");
        if (hasMembers && exists) CommandUse.Refuse("an array that exists is given no partitions");
        if (!exists && !use.IsSet("--level")) CommandUse.Refuse("raid needs --level");
        if (exists && !use.IsSet("--device")) CommandUse.Refuse("an array that exists needs --device");
        Format(use);
        if (Rhel(8, 9).Has(use.Version) && use.Text("--fstype") == "btrfs") CommandUse.Refuse("Btrfs is not supported");
    }

    public static void Group(CommandUse use)
    {
        if (use.Operand("name").Count == 0) CommandUse.Refuse("volgroup needs the name of the group");
        var exists = use.Has("--noformat") || use.Has("--useexisting");
        var hasMembers = use.Operand("name").Count > 1 || use.More.Count > 0;
        if (!hasMembers && !exists) CommandUse.Refuse("volgroup needs the partitions it is made of");
        if (hasMembers && exists) CommandUse.Refuse("a group that exists is given no partitions");
        if (use.Number("--reserved-space") < 0) CommandUse.Refuse("--reserved-space cannot be less than nothing");
        if (use.Number("--reserved-percent") is { } percent && (percent < 1 || percent > 99))
            CommandUse.Refuse("--reserved-percent is between 1 and 99");
    }

    public static void Logical(CommandUse use)
    {
        use.NotBoth("--thin", "--thinpool");
        if (use.Has("--thin") && !use.IsSet("--poolname")) CommandUse.Refuse("--thin needs --poolname");
        if ((use.IsSet("--chunksize") || use.IsSet("--metadatasize")) && !use.Has("--thinpool"))
            CommandUse.Refuse("--chunksize and --metadatasize are for thin pools");
        if (Rhel(6, 6).Has(use.Version)) return;
        var exists = use.Has("--useexisting") || use.Has("--noformat");
        if (use.Has("--resize") && !exists) CommandUse.Refuse("--resize needs --useexisting");
        if (use.Has("--resize") && !use.IsSet("--size")) CommandUse.Refuse("--resize needs --size");
        var isSized = use.IsSet("--size") || use.IsSet("--percent") || use.Has("--recommended")
            || use.Has("--hibernation");
        if (!exists && !isSized)
        {
            CommandUse.Refuse(
                "logvol needs --size, --percent, --recommended or --hibernation, or --useexisting or --noformat");
        }

        if (use.Number("--percent") is { } percent && (percent < 0 || percent > 100))
            CommandUse.Refuse("--percent is between 0 and 100");
        use.NotBoth("--size", "--percent");
        Cache(use, exists);
        Format(use);
        if (Rhel(8).Has(use.Version) && use.Text("--fstype") == "btrfs") CommandUse.Refuse("Btrfs is not supported");
    }

    public static void Btrfs(CommandUse use)
    {
        Unexpected(use);
        if (use.More.Count == 0) CommandUse.Refuse("btrfs needs a mount point");
        if (use.More.Count == 1) CommandUse.Refuse("btrfs needs the partitions or the volume it is made of");
        if (use.Has("--subvol") && !use.IsSet("--name")) CommandUse.Refuse("--subvol needs --name");
        if ((use.Has("--noformat") || use.Has("--useexisting")) && use.IsSet("--mkfsoptions"))
            CommandUse.Refuse("--mkfsoptions has no effect with --noformat or --useexisting");
    }

    private static void Cache(CommandUse use, bool exists)
    {
        if (!use.IsSet("--cachesize") && !use.IsSet("--cachemode") && !use.IsSet("--cachepvs")) return;
        if (exists) CommandUse.Refuse("a volume that exists cannot be given a cache");
        if (use.Has("--thin")) CommandUse.Refuse("a thin volume cannot have a cache");
        if (!use.IsSet("--cachepvs")) CommandUse.Refuse("a cache needs --cachepvs");
        if (!use.IsSet("--cachesize")) CommandUse.Refuse("a cache needs --cachesize");
        if (use.IsSet("--cachemode") && use.Text("--cachemode") is not ("writeback" or "writethrough"))
            CommandUse.Refuse("--cachemode is writeback or writethrough");
    }

    private static void Format(CommandUse use)
    {
        if (use.Has("--noformat") && use.IsSet("--mkfsoptions"))
            CommandUse.Refuse("--mkfsoptions has no effect with --noformat");
        use.NotBoth("--fsprofile", "--mkfsoptions");
        use.NotBoth("--pbkdf-time", "--pbkdf-iterations");
        StorageRules.HardwarePassphrase(use);
    }

    private static void Unexpected(CommandUse use)
    {
        if (use.More.Find(word => word.StartsWith('-')) is { } word)
            CommandUse.Refuse($"{use.Name} does not take {word}");
    }

    // Two ways to write one mount point are one, but for the two slashes that POSIX sets apart.
    private static string MountPoint(string point)
    {
        if (!point.StartsWith('/')) return point;
        var parts = new List<string>();
        foreach (var part in point.Split('/', StringSplitOptions.RemoveEmptyEntries))
        {
            if (part == "..") parts.RemoveRange(Math.Max(0, parts.Count - 1), Math.Min(1, parts.Count));
            else if (part != ".") parts.Add(part);
        }

        var isDouble = point.StartsWith("//", StringComparison.Ordinal)
            && !point.StartsWith("///", StringComparison.Ordinal);
        return (isDouble ? "//" : "/") + string.Join('/', parts);
    }
}
