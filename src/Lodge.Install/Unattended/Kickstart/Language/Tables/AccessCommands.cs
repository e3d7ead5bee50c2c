using Lodge.Install.Unattended.Kickstart.Language.Rules;
using static Lodge.Install.Unattended.Kickstart.Language.OperandRule;
using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Tables;

/// <summary>Commands about passwords, users and what they may do.</summary>
internal static class AccessCommands
{
    /// <summary>Each of them.</summary>
    public static readonly CommandRule[] All =
    [
        new CommandRule("auth", "authconfig")
        {
            Deprecated = Rhel(8, 9) | Fedora(33, 34),
            Removed = Rhel(10) | Fedora(35),
            IsRaw = true,
        },
        new CommandRule("authselect")
        {
            In = Rhel(8) | Fedora(),
            IsRaw = true,
        },
        new CommandRule("rootpw")
        {
            Operands =
            [
                MayBe("password"),
            ],
            Options =
            [
                Flag("--allow-ssh").For(Rhel(9) | Fedora(37)),
                Flag("--iscrypted"),
                Flag("--lock"),
                Flag("--plaintext"),
            ],
            Rule = AccessRules.RootPassword,
        },
        new CommandRule("user")
        {
            Options =
            [
                Text("--gecos"),
                Whole("--gid").For(Rhel(7) | Fedora()),
                List("--groups"),
                Text("--homedir"),
                Flag("--iscrypted"),
                Flag("--lock"),
                Text("--name").Needed(),
                Text("--password"),
                Flag("--plaintext"),
                Text("--shell"),
                Whole("--uid"),
            ],
            Same = static use => use.Text("--name"),
        },
        new CommandRule("group")
        {
            Options =
            [
                Whole("--gid"),
                Text("--name").Needed(),
            ],
            Same = static use => use.Text("--name"),
        },
        new CommandRule("sshkey")
        {
            In = Rhel(8) | Fedora(),
            Operands =
            [
                One("sshkey"),
            ],
            Options =
            [
                Text("--username").Needed(),
            ],
            Same = static use => use.Text("--username"),
        },
        new CommandRule("sshpw")
        {
            Operands =
            [
                Many("password"),
            ],
            Options =
            [
                Flag("--iscrypted"),
                Flag("--lock"),
                Flag("--plaintext"),
                Flag("--sshkey").For(Rhel(8) | Fedora()),
                Text("--username").Needed(),
            ],
            Same = static use => use.Text("--username"),
            Rule = AccessRules.SshPassword,
        },
        new CommandRule("realm")
        {
            In = Rhel(7) | Fedora(),
            IsRaw = true,
            Same = static _ => "join",
            Rule = AccessRules.Realm,
        },
        new CommandRule("selinux")
        {
            Options =
            [
                Flag("--disabled"),
                Flag("--enforcing"),
                Flag("--permissive"),
            ],
        },
        new CommandRule("firewall")
        {
            Options =
            [
                Flag("--disable", "--disabled"),
                Flag("--enable", "--enabled"),
                Flag("--ftp"),
                Flag("--http"),
                Text("--port"),
                List("--remove-service").For(Rhel(7) | Fedora()),
                List("--service"),
                Flag("--smtp"),
                Flag("--ssh"),
                Text("--telnet").For(Rhel(6, 6)).Deprecated(Rhel(6, 6)),
                Text("--trust"),
                Flag("--use-system-defaults").For(Rhel(8) | Fedora()),
            ],
        },
    ];
}
