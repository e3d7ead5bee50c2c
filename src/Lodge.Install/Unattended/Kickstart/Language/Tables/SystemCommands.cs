using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OperandRule;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about the system to be installed.</summary>
internal static class SystemCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("lang")
        {
            Operands =
            [
                One("lang"),
            ],
            Options =
            [
                List("--addsupport").For(Rhel(7) | Fedora()),
            ],
        },
        new CommandRule("keyboard")
        {
            Operands =
            [
                Many("kbd"),
            ],
            Options =
            [
                List("--switch").For(Rhel(7) | Fedora()),
                Text("--vckeymap").For(Rhel(7) | Fedora()),
                List("--xlayouts").For(Rhel(7) | Fedora()),
            ],
            AddsUp = true,
            Rule = SystemRules.Keyboard,
        },
        new CommandRule("timezone")
        {
            Operands =
            [
                One("timezone").For(Rhel(6, 6)),
                Many("timezone").For(Rhel(7) | Fedora()),
            ],
            Options =
            [
                Flag("--isUtc").For(Rhel(8, 9) | Fedora()).Deprecated(Rhel(9, 9) | Fedora()),
                Flag("--nontp").For(Rhel(7, 9) | Fedora()).Deprecated(Rhel(9, 9) | Fedora()),
                List("--ntpservers").For(Rhel(7, 9) | Fedora()).Deprecated(Rhel(9, 9) | Fedora()),
                Flag("--utc").For(Rhel(8) | Fedora()),
                Flag("--utc", "--isUtc").For(Rhel(6, 7)),
            ],
            AddsUp = true,
            Rule = SystemRules.TimeZone,
        },
        new CommandRule("timesource")
        {
            In = Rhel(9) | Fedora(),
            Options =
            [
                Flag("--ntp-disable"),
                Text("--ntp-pool"),
                Text("--ntp-server"),
                Flag("--nts"),
            ],
            Rule = SystemRules.TimeSource,
        },
        new CommandRule("services")
        {
            Options =
            [
                List("--disabled"),
                List("--enabled"),
            ],
            AddsUp = true,
            Rule = SystemRules.Services,
        },
        new CommandRule("firstboot")
        {
            Options =
            [
                Flag("--disable", "--disabled"),
                Flag("--enable", "--enabled"),
                Flag("--reconfig"),
            ],
        },
        new CommandRule("eula")
        {
            In = Rhel(7) | Fedora(),
            Options =
            [
                Flag("--agreed", "--agree", "--accepted", "--accept"),
            ],
            Rule = SystemRules.Eula,
        },
        new CommandRule("logging")
        {
            Options =
            [
                Text("--host"),
                Choice("--level", "debug", "info", "warning", "error", "critical").For(Rhel(6, 8) | Fedora(33, 33)),
                Text("--level").For(Rhel(9, 9) | Fedora(34, 39)).Deprecated(Rhel(9, 9) | Fedora(34, 39)),
                Text("--port"),
            ],
            AddsUp = true,
            Rule = SystemRules.Logging,
        },
        new CommandRule("rhsm")
        {
            In = Rhel(8),
            Options =
            [
                Text("--activation-key").Needed(),
                Flag("--connect-to-insights"),
                Text("--flatpak-registry-url").For(Rhel(10)),
                Text("--organization").Needed(),
                Text("--proxy"),
                Text("--rhsm-baseurl"),
                Text("--server-hostname"),
            ],
            Rule = SystemRules.Rhsm,
        },
        new CommandRule("syspurpose")
        {
            In = Rhel(8),
            Options =
            [
                Text("--addon"),
                Text("--role"),
                Text("--sla"),
                Text("--usage"),
            ],
        },
        new CommandRule("key")
        {
            In = Rhel(6, 6),
            Options =
            [
                Flag("--skip"),
            ],
            TakesMore = true,
            Rule = SystemRules.Key,
        },
    ];
}
