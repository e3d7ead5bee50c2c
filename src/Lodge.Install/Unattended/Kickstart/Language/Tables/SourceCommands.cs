using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OperandRule;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands that say what to install from.</summary>
internal static class SourceCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("cdrom"),
        new CommandRule("harddrive")
        {
            Options =
            [
                Text("--biospart").For(Rhel(6, 8)),
                Text("--dir").Needed(),
                Text("--partition").For(Rhel(6, 8)),
                Text("--partition").Needed().For(Rhel(9) | Fedora()),
            ],
            AddsUp = true,
            Rule = SourceRules.HardDrive,
        },
        new CommandRule("hmc")
        {
            In = Rhel(7) | Fedora(),
        },
        new CommandRule("install")
        {
            Deprecated = Rhel(8, 8) | Fedora(33, 33),
            Removed = Rhel(9) | Fedora(34),
            Options =
            [
                Text("--root-device"),
            ],
            Rule = SourceRules.Upgrade,
        },
        new CommandRule("liveimg")
        {
            In = Rhel(7) | Fedora(),
            Options =
            [
                Text("--checksum"),
                Flag("--noverifyssl"),
                Text("--proxy"),
                Text("--url").Needed(),
            ],
        },
        new CommandRule("method")
        {
            Deprecated = Rhel(9, 9) | Fedora(34, 39),
            Removed = Rhel(6, 8) | Rhel(10) | Fedora(33, 33) | Fedora(40),
        },
        new CommandRule("nfs")
        {
            Options =
            [
                Text("--dir").Needed(),
                Text("--opts"),
                Text("--server").Needed(),
            ],
        },
        new CommandRule("url")
        {
            Options =
            [
                Text("--metalink").For(Rhel(8) | Fedora()),
                Text("--mirrorlist").For(Rhel(7) | Fedora()),
                Flag("--noverifyssl"),
                Text("--proxy"),
                Text("--sslcacert").For(Rhel(8) | Fedora()),
                Text("--sslclientcert").For(Rhel(8) | Fedora()),
                Text("--sslclientkey").For(Rhel(8) | Fedora()),
                Text("--url").Needed().For(Rhel(6, 6)),
                Text("--url").For(Rhel(7) | Fedora()),
            ],
            Rule = SourceRules.Url,
        },
        new CommandRule("updates")
        {
            Operands =
            [
                Many("updates").For(Rhel(6, 8) | Fedora(33, 33)),
                One("url").For(Rhel(9) | Fedora(34)),
            ],
            Rule = SourceRules.Updates,
        },
        new CommandRule("upgrade")
        {
            In = Rhel(6, 7),
            Deprecated = Rhel(7, 7),
            Options =
            [
                Text("--root-device"),
            ],
            Rule = SourceRules.Upgrade,
        },
        new CommandRule("mediacheck"),
    ];
}
