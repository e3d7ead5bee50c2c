using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about booting.</summary>
internal static class BootCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("bootloader")
        {
            Options =
            [
                Text("--append"),
                Text("--boot-drive").For(Rhel(7) | Fedora()),
                Text("--default"),
                Flag("--disabled").For(Rhel(7) | Fedora()),
                List("--driveorder"),
                Flag("--extlinux").For(Rhel(7) | Fedora()),
                Flag("--iscrypted"),
                Flag("--lba32").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Flag("--leavebootorder").For(Rhel(7) | Fedora()),
                Choice("--location", "mbr", "partition", "none", "boot"),
                Text("--md5pass"),
                Flag("--nombr").For(Rhel(7) | Fedora()),
                Text("--password"),
                Flag("--sdboot").For(Rhel(10) | Fedora(39)),
                Whole("--timeout"),
                Flag("--upgrade").For(Rhel(6, 8) | Fedora(33, 33)).Deprecated(Rhel(8, 8) | Fedora(33, 33)),
            ],
            Rule = SystemRules.Bootloader,
        },
        new CommandRule("zipl")
        {
            In = Rhel(8) | Fedora(),
            Options =
            [
                Flag("--force-secure-boot"),
                Flag("--no-secure-boot"),
                Flag("--secure-boot"),
            ],
        },
        new CommandRule("reboot", "halt", "poweroff", "shutdown")
        {
            Options =
            [
                Flag("--eject"),
                Flag("--kexec").For(Rhel(8) | Fedora()),
            ],
        },
        new CommandRule("rescue")
        {
            Options =
            [
                Flag("--nomount"),
                Flag("--romount"),
            ],
            Rule = SystemRules.Rescue,
        },
    ];
}
