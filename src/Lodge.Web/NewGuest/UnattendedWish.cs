using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.Kickstart;
using Lodge.Install.Unattended.Kickstart.Writing;

namespace Lodge.Web.NewGuest;

/// <summary>The answers that an installer is given, so that it asks nobody.</summary>
public sealed class UnattendedWish
{
    /// <summary>Whether the installer is to ask nobody.</summary>
    public bool IsWanted { get; set; }

    /// <summary>The version of the installer.</summary>
    public string Version { get; set; } = "RHEL9";

    /// <summary>The name of the machine on its network; empty for what the network says.</summary>
    public string HostName { get; set; } = "";

    /// <summary>Its language.</summary>
    public string Language { get; set; } = "en_US.UTF-8";

    /// <summary>The layout of its keyboard.</summary>
    public string Keyboard { get; set; } = "us";

    /// <summary>Its time zone.</summary>
    public string TimeZone { get; set; } = "UTC";

    /// <summary>The password of root; empty where nobody logs in as root.</summary>
    public string RootPassword { get; set; } = "";

    /// <summary>A user who may do what root may; empty for none.</summary>
    public string User { get; set; } = "";

    /// <summary>That user's password.</summary>
    public string UserPassword { get; set; } = "";

    /// <summary>That user's public key for ssh.</summary>
    public string UserKey { get; set; } = "";

    /// <summary>The kickstart: made of the answers, or written by a person.</summary>
    public string Text { get; set; } = "";

    /// <summary>Makes the kickstart of the answers.</summary>
    /// <param name="tree">The address of the tree that packages come from; null where they are on the
    /// medium.</param>
    /// <exception cref="InvalidOperationException">An answer makes no sense; the message says why.</exception>
    public void Write(string? tree)
    {
        try
        {
            Text = KickstartWriter.Write(new KickstartDraft(KickstartVersion.Parse(Version))
            {
                IsFromCdrom = tree is null,
                Url = tree,
                Language = Language.Trim(),
                Keyboard = Keyboard.Trim(),
                TimeZone = TimeZone.Trim(),
                Network = new KickstartNetwork { HostName = Given(HostName) },
                RootPasswordHash = RootPassword.Length > 0 ? Sha512Crypt.Hash(RootPassword) : null,
                User = Given(User) is not { } user ? null : new KickstartUser(user)
                {
                    PasswordHash = UserPassword.Length > 0 ? Sha512Crypt.Hash(UserPassword) : null,
                    SshKey = Given(UserKey),
                },
            });
        }
        catch (OptionException error)
        {
            throw new InvalidOperationException(error.Message, error);
        }
    }

    /// <summary>What an installer of that version says to the kickstart.</summary>
    public IReadOnlyList<KickstartFinding> Check() =>
        KickstartCheck.Text(Text, "ks.cfg", KickstartCheck.VersionOf(Text) ?? KickstartVersion.Find(Version));

    private static string? Given(string text) => text.Trim() is { Length: > 0 } given ? given : null;
}
