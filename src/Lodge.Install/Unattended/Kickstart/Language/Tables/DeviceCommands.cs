using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OperandRule;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about kinds of disks and their drivers.</summary>
internal static class DeviceCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("device")
        {
            Deprecated = Rhel(8, 8) | Fedora(33, 33),
            Removed = Rhel(9) | Fedora(34),
            Options =
            [
                Text("--opts"),
            ],
            TakesMore = true,
            Same = static use => use.More[0],
            Rule = DeviceRules.Device,
        },
        new CommandRule("deviceprobe")
        {
            Deprecated = Rhel(8, 8) | Fedora(33, 33),
            Removed = Rhel(9) | Fedora(34),
            IsRaw = true,
        },
        new CommandRule("dmraid")
        {
            Deprecated = Rhel(8, 8) | Fedora(33, 33),
            Removed = Rhel(9) | Fedora(34),
            Options =
            [
                Text("--dev").Needed(),
                Text("--name").Needed(),
            ],
            Same = DeviceRules.RaidName,
        },
        new CommandRule("driverdisk")
        {
            Operands =
            [
                Many("partition"),
            ],
            Options =
            [
                Text("--biospart"),
                Text("--source"),
                Text("--type").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
            ],
            Rule = DeviceRules.DriverDisk,
        },
        new CommandRule("fcoe")
        {
            Options =
            [
                Flag("--autovlan").For(Rhel(7) | Fedora()),
                Flag("--dcb"),
                Text("--nic").Needed(),
            ],
            Same = static use => use.Text("--nic"),
        },
        new CommandRule("iscsi")
        {
            Options =
            [
                Text("--iface"),
                Text("--ipaddr").Needed(),
                Text("--password"),
                Whole("--port"),
                Text("--reverse-password"),
                Text("--reverse-user"),
                Text("--target"),
                Text("--user"),
            ],
        },
        new CommandRule("iscsiname")
        {
            Operands =
            [
                One("iqn"),
            ],
        },
        new CommandRule("multipath")
        {
            Deprecated = Rhel(8, 8) | Fedora(33, 33),
            Removed = Rhel(9) | Fedora(34),
            Options =
            [
                Text("--device").Needed(),
                Text("--name").Needed(),
                Text("--rule").Needed(),
            ],
            Same = static use => use.Text("--device"),
        },
        new CommandRule("nvdimm")
        {
            In = Rhel(7) | Fedora(),
            Deprecated = Fedora(40, 44),
            Removed = Rhel(10) | Fedora(45),
            Operands =
            [
                One("action", "reconfigure", "use"),
            ],
            Options =
            [
                List("--blockdevs"),
                Choice("--mode", "sector"),
                Text("--namespace"),
                Whole("--sectorsize"),
            ],
            Same = DeviceRules.NvdimmName,
            Rule = DeviceRules.Nvdimm,
        },
        new CommandRule("zfcp")
        {
            Options =
            [
                Text("--devnum").Needed(),
                Text("--fcplun").Needed().For(Rhel(6, 8) | Fedora(33, 36)),
                Text("--fcplun").For(Rhel(9) | Fedora(37)),
                Text("--scsiid").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--scsilun").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--wwpn").Needed().For(Rhel(6, 8) | Fedora(33, 36)),
                Text("--wwpn").For(Rhel(9) | Fedora(37)),
            ],
            Same = DeviceRules.ZfcpName,
            Rule = DeviceRules.Zfcp,
        },
    ];
}
