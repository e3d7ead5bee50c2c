using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OperandRule;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about disks as a whole.</summary>
internal static class StorageCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("autopart")
        {
            Unless = ["partition", "raid", "volgroup", "logvol", "reqpart"],
            Options =
            [
                Flag("--backuppassphrase"),
                Text("--cipher"),
                Flag("--encrypted"),
                Text("--escrowcert"),
                Text("--fstype").For(Rhel(7) | Fedora()),
                Flag("--hibernation").For(Rhel(10) | Fedora(38)),
                Text("--hw-passphrase").For(Fedora(41)),
                Text("--luks-version").For(Rhel(8) | Fedora()),
                Flag("--noboot").For(Rhel(8) | Fedora()),
                Flag("--nohome").For(Rhel(7) | Fedora()),
                Flag("--nolvm").For(Rhel(7) | Fedora()),
                Flag("--noswap").For(Rhel(8) | Fedora()),
                Text("--passphrase"),
                Text("--pbkdf").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-iterations").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-memory").For(Rhel(8) | Fedora()),
                Whole("--pbkdf-time").For(Rhel(8) | Fedora()),
                Any("--type", "lvm", "btrfs", "plain", "partition", "thinp").For(Rhel(7) | Fedora()),
            ],
            AddsUp = true,
            Rule = StorageRules.Autopart,
        },
        new CommandRule("clearpart")
        {
            Options =
            [
                Flag("--all"),
                Flag("--cdl").For(Rhel(7) | Fedora()),
                Text("--disklabel").For(Rhel(7) | Fedora()),
                List("--drives"),
                Flag("--initlabel"),
                Flag("--linux"),
                List("--list").For(Rhel(7) | Fedora()),
                Flag("--none"),
            ],
        },
        new CommandRule("ignoredisk")
        {
            Options =
            [
                List("--drives"),
                Flag("--interactive").For(Rhel(6, 8) | Fedora(33, 33)).Deprecated(Rhel(8, 8) | Fedora(33, 33)),
                List("--only-use"),
            ],
            AddsUp = true,
            Rule = StorageRules.IgnoreDisk,
        },
        new CommandRule("mount")
        {
            In = Rhel(8) | Fedora(),
            Unless = ["autopart", "partition", "raid", "volgroup", "logvol", "reqpart"],
            Operands =
            [
                One("device"),
                One("mntpoint"),
            ],
            Options =
            [
                Text("--mkfsoptions"),
                Text("--mountoptions"),
                MayHave("--reformat"),
            ],
            Same = static use => use.OneOperand("mntpoint"),
            Rule = StorageRules.Mount,
        },
        new CommandRule("reqpart")
        {
            In = Rhel(7) | Fedora(),
            Unless = ["autopart", "mount"],
            Options =
            [
                Flag("--add-boot"),
            ],
        },
        new CommandRule("zerombr"),
        new CommandRule("snapshot")
        {
            In = Rhel(7) | Fedora(),
            Operands =
            [
                One("origin"),
            ],
            Options =
            [
                Text("--name").Needed(),
                Any("--when", "post-install", "pre-install").Needed(),
            ],
            Same = static use => use.Text("--name"),
            Rule = StorageRules.Snapshot,
        },
    ];
}
