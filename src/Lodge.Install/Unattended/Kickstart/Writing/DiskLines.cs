namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>The lines of a kickstart that empty and divide the disk.</summary>
internal static class DiskLines
{
    private const string Group = "system";

    /// <summary>The lines.</summary>
    public static IEnumerable<string> Of(KickstartDraft draft)
    {
        var isOld = draft.Version is { IsRhel: true, Number: 6 };
        var disk = draft.Disk is null ? null : KickstartWord.Of(draft.Disk, "disk");
        if (disk is not null) yield return $"ignoredisk --only-use={disk}";
        var drive = isOld ? "--driveorder" : "--boot-drive";
        yield return disk is null ? "bootloader --location=mbr" : $"bootloader --location=mbr {drive}={disk}";
        yield return "zerombr";
        yield return disk is null ? "clearpart --all --initlabel" : $"clearpart --all --initlabel --drives={disk}";
        if (!isOld)
        {
            // The installer adds what the firmware needs: it alone knows how it was started.
            yield return $"autopart --type={Type(draft.Layout)}";
            yield break;
        }

        foreach (var line in Explicit(draft)) yield return line;
    }

    private static string Type(DiskLayout layout) => layout switch
    {
        DiskLayout.Plain => "plain",
        DiskLayout.Thin => "thinp",
        _ => "lvm",
    };

    // RHEL 6 divides by itself into logical volumes alone.
    private static IEnumerable<string> Explicit(KickstartDraft draft)
    {
        if (draft.IsUefi) yield return "part /boot/efi --fstype=efi --size=200";
        yield return "part /boot --fstype=ext4 --size=500";
        if (draft.Layout == DiskLayout.Plain)
        {
            yield return "part swap --recommended";
            yield return "part / --fstype=ext4 --size=1024 --grow";
            yield break;
        }

        yield return "part pv.01 --size=1024 --grow";
        yield return $"volgroup {Group} pv.01";
        yield return $"logvol swap --vgname={Group} --name=swap --recommended";
        if (draft.Layout == DiskLayout.Thin)
        {
            yield return $"logvol none --vgname={Group} --name=pool --thinpool --size=1024 --grow";
            yield return $"logvol / --vgname={Group} --name=root --thin --poolname=pool --fstype=ext4 --size=4096";
            yield break;
        }

        yield return $"logvol / --vgname={Group} --name=root --fstype=ext4 --size=1024 --grow";
    }
}
