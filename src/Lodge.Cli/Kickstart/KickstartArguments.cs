namespace Lodge.Cli.Kickstart;

/// <summary>Options of <c>lodge kickstart</c>.</summary>
internal static class KickstartArguments
{
    /// <summary>The command line of <c>lodge kickstart check</c>.</summary>
    public static readonly ProgramSyntax Check = new(
        "lodge kickstart check", "[options] FILE",
        "Find what an installer would stop at in a kickstart, before it does.",
        [
            new ArgumentGroup("options",
            [
                ProgramSyntax.Help,
                new("--version")
                {
                    Short = "-v", Metavar = "VERSION",
                    Help = "The installer's version: RHEL6 to RHEL10, CentOS9, F41 (default: by its line '#version=')",
                },
                new("--followincludes", ArgumentKind.Switch)
                {
                    Short = "-i", Help = "Check the files it includes too",
                },
                new("--listversions", ArgumentKind.Switch) { Short = "-l", Help = "List the versions that are known" },
            ]),
        ])
    {
        Operand = ("FILE", "The kickstart; - is the standard input"),
        Examples = ["lodge kickstart check ks.cfg --version RHEL9"],
        Epilog = "The exit status is 0 where nothing is wrong. See lodge-kickstart(1).",
    };

    /// <summary>The command line of <c>lodge kickstart new</c>.</summary>
    public static readonly ProgramSyntax New = new(
        "lodge kickstart new", "--version VERSION [options]",
        "Write a kickstart for a machine to be installed.",
        [
            new ArgumentGroup("options",
            [
                ProgramSyntax.Help,
                new("--version") { Short = "-v", Help = "The installer's version: RHEL6 to RHEL10, CentOS9, F41" },
                new("--output")
                {
                    Short = "-o", Metavar = "FILE", Help = "Where to write it, for its owner alone (default: to the "
                        + "standard output)",
                },
                new("--role") { Help = "minimal, virtual-host or lodge-host" },
            ]),
            new ArgumentGroup("users", [
                new("--root-password-file")
                {
                    Metavar = "FILE", Help = "The file whose first line is root's password; - is the standard input",
                },
                new("--user") { Metavar = "NAME", Help = "A user to make, who may do what root may" },
                new("--user-password-file") { Metavar = "FILE", Help = "The file whose first line is the password" },
                new("--user-ssh-key") { Metavar = "FILE", Help = "The public key that the user logs in by" },
            ]),
            new ArgumentGroup("system", [
                new("--hostname") { Help = "The machine's name" },
                new("--lang") { Help = "Its language (en_US.UTF-8)" },
                new("--keyboard") { Help = "Its keyboard (us)" },
                new("--timezone") { Help = "Its time zone (UTC)" },
                new("--selinux") { Metavar = "MODE", Help = "enforcing, permissive or disabled" },
                new("--firewall") { Help = "on or off" },
                new("--open") { Metavar = "SERVICE", Help = "A service that the firewall lets in, beside ssh" },
                new("--enable") { Metavar = "SERVICE", Help = "A service to start with the system" },
                new("--disable") { Metavar = "SERVICE", Help = "A service not to start" },
                new("--package") { Metavar = "NAME", Help = "A package, a @group or an @^environment" },
                new("--post") { Metavar = "FILE", Help = "A script to run in the new system" },
                new("--then") { Help = "reboot, poweroff or halt" },
            ]),
            new ArgumentGroup("disk", [
                new("--disk") { Help = "The disk to use, which is emptied (default: all)" },
                new("--layout") { Help = "lvm, plain or thin" },
                new("--uefi", ArgumentKind.Switch)
                {
                    Help = "The firmware is UEFI (RHEL 7 and later see by themselves)",
                },
            ]),
            new ArgumentGroup("network and source", [
                new("--ip") { Metavar = "ADDRESS/PREFIX", Help = "An address of its own (default: by DHCP)" },
                new("--gateway") { Metavar = "ADDRESS", Help = "The way out, with --ip" },
                new("--nameserver") { Metavar = "ADDRESS", Help = "A server of names" },
                new("--network-device") { Metavar = "CARD", Help = "The card (default: the first that is plugged in)" },
                new("--url") { Help = "The tree to install from" },
                new("--cdrom", ArgumentKind.Switch) { Help = "Install from the CD" },
                new("--repo") { Metavar = "NAME=URL", Help = "A further repository" },
            ]),
        ])
    {
        Examples =
        [
            "lodge kickstart new --version RHEL9 --root-password-file pw --hostname box -o ks.cfg",
            "lodge kickstart new --version CentOS10 --role lodge-host --user joe --user-ssh-key ~/.ssh/id_ed25519.pub",
        ],
        Epilog = "At a terminal, what is missing is asked for. See lodge-kickstart(1).",
    };
}
