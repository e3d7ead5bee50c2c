using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of commands about disks as a whole.</summary>
internal static class StorageRules
{
    private static readonly VersionSet WithoutBtrfs = Rhel(8);

    public static void Autopart(CommandUse use)
    {
        var isPlain = use.Has("--nolvm") && use.All("--type").Count == 0;
        var type = isPlain ? "plain" : use.Text("--type")?.ToLowerInvariant();
        if (use.Text("--fstype") == "btrfs")
            CommandUse.Refuse("Btrfs is not asked for by --fstype but by --type=btrfs");
        if (type == "btrfs" && use.IsSet("--fstype")) CommandUse.Refuse("--fstype cannot be used with --type=btrfs");
        if (type == "btrfs" && WithoutBtrfs.Has(use.Version)) CommandUse.Refuse("Btrfs is not supported");
        use.NotBoth("--pbkdf-time", "--pbkdf-iterations");
        use.NotBoth("--noswap", "--hibernation");
        HardwarePassphrase(use);
    }

    /// <summary>A passphrase of the disk's own encryption goes with the kind of LUKS that uses it.</summary>
    public static void HardwarePassphrase(CommandUse use)
    {
        var isHardware = use.Text("--luks-version")?.StartsWith("luks2-", StringComparison.Ordinal) ?? false;
        if (use.IsSet("--hw-passphrase") && !(use.Has("--encrypted") && isHardware))
            CommandUse.Refuse("--hw-passphrase needs --encrypted and a --luks-version of luks2-hw-opal kind");
    }

    public static void IgnoreDisk(CommandUse use)
    {
        var count = (use.IsSet("--drives") ? 1 : 0) + (use.IsSet("--only-use") ? 1 : 0);
        if (use.Has("--interactive") && Rhel(6, 7).Has(use.Version)) count++;
        if (count != 1) CommandUse.Refuse("ignoredisk needs just one of --drives and --only-use");
    }

    public static void Mount(CommandUse use)
    {
        var point = use.OneOperand("mntpoint");
        if (!point.Equals("none", StringComparison.OrdinalIgnoreCase) && !point.StartsWith('/'))
            CommandUse.Refuse($"'{point}' is no mount point: it is 'none' or begins with '/'");
        if (use.IsSet("--mkfsoptions") && !use.Has("--reformat")) CommandUse.Refuse("--mkfsoptions needs --reformat");
    }

    public static void Snapshot(CommandUse use)
    {
        if (use.OneOperand("origin").Split('/') is not [{ Length: > 0 }, { Length: > 0 }])
            CommandUse.Refuse($"'{use.OneOperand("origin")}' is no volume: it is written GROUP/VOLUME");
    }
}
