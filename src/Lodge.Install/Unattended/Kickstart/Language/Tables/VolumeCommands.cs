using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OperandRule;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands that lay out partitions and volumes.</summary>
internal static class VolumeCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("part", "partition")
        {
            Unless = ["autopart", "mount"],
            Operands =
            [
                One("mntpoint"),
            ],
            Options =
            [
                Flag("--active").For(Rhel(6, 8) | Fedora(33, 33)).Deprecated(Rhel(8, 8) | Fedora(33, 33)),
                Flag("--asprimary"),
                Flag("--backuppassphrase"),
                Text("--bytes-per-inode").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--cipher"),
                Flag("--encrypted"),
                Text("--end").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--escrowcert"),
                Text("--fsoptions"),
                Text("--fsprofile"),
                Text("--fstype", "--type"),
                Flag("--grow"),
                Flag("--hibernation"),
                Text("--hw-passphrase").For(Fedora(41)),
                Text("--label"),
                Text("--luks-version").For(Rhel(8) | Fedora()),
                Whole("--maxsize"),
                Text("--mkfsoptions").For(Rhel(7) | Fedora()),
                Flag("--noformat"),
                Text("--onbiosdisk"),
                Text("--ondisk", "--ondrive"),
                Text("--onpart", "--usepart"),
                Text("--passphrase"),
                Text("--pbkdf").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-iterations").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-memory").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-time").For(Rhel(8) | Fedora()),
                Flag("--recommended"),
                Flag("--resize").For(Rhel(7) | Fedora()),
                Whole("--size"),
                Text("--start").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
            ],
            Same = VolumeRules.PartitionName,
            Rule = VolumeRules.Partition,
        },
        new CommandRule("raid")
        {
            Unless = ["autopart", "mount"],
            Operands =
            [
                One("mntpoint"),
                Many("partitions"),
            ],
            Options =
            [
                Flag("--backuppassphrase"),
                Text("--bytes-per-inode").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Whole("--chunksize").For(Rhel(7) | Fedora()),
                Text("--cipher"),
                Text("--device").Needed(),
                Flag("--encrypted"),
                Text("--escrowcert"),
                Text("--fsoptions"),
                Text("--fsprofile"),
                Text("--fstype"),
                Text("--label").For(Rhel(7) | Fedora()),
                Any("--level", "RAID0", "0", "RAID1", "1", "RAID5", "5", "RAID6", "6", "RAID10", "10", "RAID4", "4"),
                Text("--luks-version").For(Rhel(8) | Fedora()),
                Text("--mkfsoptions").For(Rhel(7) | Fedora()),
                Flag("--noformat"),
                Text("--passphrase"),
                Text("--pbkdf").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-iterations").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-memory").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-time").For(Rhel(8) | Fedora()),
                Whole("--spares"),
                Flag("--useexisting"),
            ],
            TakesMore = true,
            Same = VolumeRules.RaidName,
            Rule = VolumeRules.Raid,
        },
        new CommandRule("volgroup")
        {
            Unless = ["autopart", "mount"],
            Operands =
            [
                Many("name"),
                Many("partitions"),
            ],
            Options =
            [
                Flag("--noformat"),
                Whole("--pesize"),
                Whole("--reserved-percent"),
                Whole("--reserved-space"),
                Flag("--useexisting"),
            ],
            TakesMore = true,
            Same = static use => use.OneOperand("name"),
            Rule = VolumeRules.Group,
        },
        new CommandRule("logvol")
        {
            Unless = ["autopart", "mount"],
            Operands =
            [
                One("mntpoint"),
            ],
            Options =
            [
                Flag("--backuppassphrase"),
                Text("--bytes-per-inode").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--cachemode").For(Rhel(8) | Fedora()),
                List("--cachepvs").For(Rhel(8) | Fedora()),
                Whole("--cachesize").For(Rhel(8) | Fedora()),
                Whole("--chunksize"),
                Text("--cipher"),
                Flag("--encrypted"),
                Text("--escrowcert"),
                Text("--fsoptions"),
                Text("--fsprofile"),
                Text("--fstype"),
                Flag("--grow"),
                Flag("--hibernation"),
                Text("--label").For(Rhel(7) | Fedora()),
                Text("--luks-version").For(Rhel(8) | Fedora()),
                Whole("--maxsize"),
                Whole("--metadatasize"),
                Text("--mkfsoptions").For(Rhel(7) | Fedora()),
                Text("--name").Needed(),
                Flag("--noformat"),
                Text("--passphrase"),
                Text("--pbkdf").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-iterations").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-memory").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-time").For(Rhel(8) | Fedora()),
                Whole("--percent"),
                Text("--poolname"),
                Text("--profile"),
                Flag("--recommended"),
                Flag("--resize").For(Rhel(7) | Fedora()),
                Whole("--size"),
                Flag("--thin"),
                Flag("--thinpool"),
                Flag("--useexisting"),
                Text("--vgname").Needed(),
            ],
            Same = static use => use.Text("--vgname") + "/" + use.Text("--name"),
            Rule = VolumeRules.Logical,
        },
        new CommandRule("btrfs")
        {
            In = Rhel(7) | Fedora(),
            Deprecated = Rhel(8, 9),
            Removed = Rhel(10),
            Options =
            [
                Any("--data", "raid0", "0", "raid1", "1", "raid10", "10", "single"),
                Text("--label"),
                Any("--metadata", "raid0", "0", "raid1", "1", "raid10", "10", "single"),
                Text("--mkfsoptions"),
                Text("--name"),
                Flag("--noformat"),
                Text("--parent"),
                Flag("--subvol"),
                Flag("--useexisting"),
            ],
            TakesMore = true,
            Same = static use => use.More.FirstOrDefault(),
            Rule = VolumeRules.Btrfs,
        },
    ];
}
