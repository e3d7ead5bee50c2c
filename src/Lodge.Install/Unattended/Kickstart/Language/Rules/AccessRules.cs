using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of commands about passwords and users.</summary>
internal static class AccessRules
{
    private static readonly string[] JoinOptions =
    [
        "--client-software=", "--server-software=", "--membership-software=", "--one-time-password=", "--no-password",
        "--computer-ou=",
    ];

    public static void RootPassword(CommandUse use)
    {
        var isLocked = use.Has("--lock") && !Rhel(6, 6).Has(use.Version);
        if (use.OneOperand("password").Length == 0 && !isLocked) CommandUse.Refuse("rootpw needs a password");
    }

    public static void SshPassword(CommandUse use)
    {
        if (use.Operand("password").Count == 0) CommandUse.Refuse("sshpw needs a password");
    }

    /// <summary><c>realm join [OPTION...] REALM</c>, as the realm program reads it.</summary>
    public static void Realm(CommandUse use)
    {
        if (use.Words is not ["join", ..]) CommandUse.Refuse("realm takes 'join' and the name of a realm");
        var at = 1;
        for (; at < use.Words.Count && use.Words[at].StartsWith('-') && use.Words[at] != "-"; at++)
        {
            if (use.Words[at] == "--")
            {
                at++;
                break;
            }

            var name = use.Words[at].Split('=')[0];
            var known = Array.FindAll(JoinOptions, option => option.TrimEnd('=') == name);
            if (known.Length == 0)
                known = Array.FindAll(JoinOptions, option => option.StartsWith(name, StringComparison.Ordinal));
            if (known.Length != 1 || name.Length < 3) CommandUse.Refuse($"realm join does not know {name}");
            var takes = known[0].EndsWith('=');
            var has = use.Words[at].Contains('=', StringComparison.Ordinal);
            if (has && !takes) CommandUse.Refuse($"{name} takes no value");
            if (takes && !has && ++at == use.Words.Count) CommandUse.Refuse($"{name} needs a value");
        }

        if (use.Words.Count - at != 1) CommandUse.Refuse("realm join needs the name of one realm");
    }
}
