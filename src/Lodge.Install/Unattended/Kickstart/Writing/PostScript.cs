using System.Text;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>What is done in the new system before it first starts.</summary>
internal static class PostScript
{
    /// <summary>Whether the language has a command for public keys.</summary>
    public static bool HasSshKeyCommand(KickstartVersion version) => version is not { IsRhel: true, Number: <= 7 };

    /// <summary>The sections of scripts.</summary>
    /// <exception cref="OptionException">The script given would end its section before its own end.</exception>
    public static void Write(StringBuilder text, KickstartDraft draft)
    {
        if (draft.User is { SshKey: { } key } user && !HasSshKeyCommand(draft.Version))
        {
            var home = $"/home/{user.Name}/.ssh";
            Section(text, $"""
                install -d -m 0700 -o {Quote(user.Name)} -g {Quote(user.Name)} {Quote(home)}
                printf '%s\n' {Quote(key)} > {Quote(home + "/authorized_keys")}
                chown {Quote(user.Name + ":" + user.Name)} {Quote(home + "/authorized_keys")}
                chmod 0600 {Quote(home + "/authorized_keys")}
                restorecon -R {Quote(home)} || :
                """);
        }

        if (draft.Role == MachineRole.LodgeHost)
        {
            // The module of the processor that is there is the one that loads.
            Section(text, """
                printf 'kvm\nkvm_intel\nkvm_amd\n' > /etc/modules-load.d/kvm.conf
                systemctl enable lodged.socket lodged-ro.socket lodged.service
                """);
        }

        if (draft.Post is { } script) Section(text, script);
    }

    private static void Section(StringBuilder text, string script)
    {
        foreach (var line in script.AsSpan().EnumerateLines())
        {
            var trimmed = line.TrimStart();
            if (trimmed.StartsWith("%end") || trimmed.StartsWith("%include"))
                throw new OptionException($"A script of %post cannot have a line with {trimmed[..4]}");
        }

        text.Append("\n%post --erroronfail\n").Append(script);
        if (!script.EndsWith('\n')) text.Append('\n');
        text.Append("%end\n");
    }

    private static string Quote(string word) => $"'{word.Replace("'", @"'\''", StringComparison.Ordinal)}'";
}
