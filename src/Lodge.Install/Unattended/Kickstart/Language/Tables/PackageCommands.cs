using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about repositories, modules and images.</summary>
internal static class PackageCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("repo")
        {
            Options =
            [
                Text("--baseurl"),
                Whole("--cost"),
                List("--excludepkgs"),
                Switch("--ignoregroups").For(Rhel(6, 9) | Fedora(33, 39)).Deprecated(Rhel(9, 9) | Fedora(33, 39)),
                List("--includepkgs"),
                Flag("--install").For(Rhel(7) | Fedora()),
                Text("--metalink").For(Rhel(8) | Fedora()),
                Text("--mirrorlist"),
                Text("--name").Needed(),
                Flag("--noverifyssl"),
                Text("--proxy"),
                Text("--sslcacert").For(Rhel(8) | Fedora()),
                Text("--sslclientcert").For(Rhel(8) | Fedora()),
                Text("--sslclientkey").For(Rhel(8) | Fedora()),
            ],
            Same = static use => use.Text("--name"),
            Rule = SourceRules.Repo,
        },
        new CommandRule("module")
        {
            In = Rhel(8) | Fedora(),
            Deprecated = Rhel(10) | Fedora(41, 44),
            Removed = Fedora(45),
            Options =
            [
                Flag("--disable"),
                Text("--name").Needed(),
                Text("--stream"),
            ],
        },
        new CommandRule("ostreesetup")
        {
            In = Rhel(7) | Fedora(),
            Unless = ["ostreecontainer", "bootc"],
            Options =
            [
                Flag("--nogpg"),
                Text("--osname").Needed(),
                Text("--ref").Needed(),
                Text("--remote"),
                Text("--url").Needed(),
            ],
            UnlessIn = Rhel(10) | Fedora(),
            Rule = SourceRules.OstreeSetup,
        },
        new CommandRule("ostreecontainer")
        {
            In = Rhel(9) | Fedora(38),
            Unless = ["ostreesetup", "bootc"],
            Options =
            [
                Flag("--no-signature-verification"),
                Text("--remote"),
                Text("--stateroot"),
                Text("--transport"),
                Text("--url").Needed(),
            ],
        },
        new CommandRule("bootc")
        {
            In = Rhel(10) | Fedora(43),
            Unless = ["ostreesetup", "ostreecontainer"],
            Options =
            [
                Text("--bootloader").For(Fedora(45)),
                Flag("--composefs").For(Fedora(45)),
                Text("--source-imgref").Needed(),
                Text("--stateroot"),
                Text("--target-imgref"),
            ],
        },
    ];
}
