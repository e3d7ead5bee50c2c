using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about what is seen of the installation.</summary>
internal static class DisplayCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("graphical", "text", "cmdline")
        {
            Options =
            [
                Flag("--non-interactive").For(Rhel(8) | Fedora()),
            ],
            Rule = SystemRules.DisplayMode,
        },
        new CommandRule("interactive")
        {
            In = Rhel(6, 6),
        },
        new CommandRule("vnc")
        {
            Deprecated = Rhel(10) | Fedora(43, 44),
            Removed = Fedora(45),
            Options =
            [
                Text("--host"),
                Text("--password"),
                Text("--port"),
            ],
        },
        new CommandRule("rdp")
        {
            In = Rhel(10) | Fedora(43),
            Options =
            [
                Text("--password"),
                Text("--username"),
            ],
        },
        new CommandRule("xconfig")
        {
            Options =
            [
                Text("--defaultdesktop"),
                Text("--depth").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--driver").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--resolution").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Flag("--startxonboot"),
                Text("--videoram").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
            ],
        },
        new CommandRule("skipx"),
        new CommandRule("monitor")
        {
            In = Rhel(6, 6),
            Deprecated = Rhel(6, 6),
        },
        new CommandRule("autostep")
        {
            Deprecated = Rhel(9, 9) | Fedora(34, 39),
            Removed = Rhel(10) | Fedora(40),
            Options =
            [
                Flag("--autoscreenshot"),
            ],
        },
        new CommandRule("unsupported_hardware")
        {
            In = Rhel(6, 7),
        },
    ];
}
