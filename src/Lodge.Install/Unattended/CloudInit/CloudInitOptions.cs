using Lodge.Install.Options;

namespace Lodge.Install.Unattended.CloudInit;

/// <summary>What <c>--cloud-init</c> says.</summary>
/// <remarks>Source: <c>virt-install(1)</c>.</remarks>
public sealed record CloudInitOptions
{
    /// <summary>What stands behind the option's name when it is given alone.</summary>
    public const string Usual = "root-password-generate=yes,disable=yes";

    /// <summary>Whether root gets a password that is made up, to be changed at the first login.</summary>
    public bool MakesRootPassword { get; init; }

    /// <summary>The file whose first line is root's password.</summary>
    public string? RootPasswordFile { get; init; }

    /// <summary>The file with the public key that may log in as root.</summary>
    public string? RootSshKey { get; init; }

    /// <summary>The file with the public key that may log in as the image's own user.</summary>
    public string? CloudUserSshKey { get; init; }

    /// <summary>A file of user-data in place of all of the above.</summary>
    public string? UserData { get; init; }

    /// <summary>A file of meta-data.</summary>
    public string? MetaData { get; init; }

    /// <summary>A file of network configuration.</summary>
    public string? NetworkConfig { get; init; }

    /// <summary>Whether cloud-init is switched off after the first boot.</summary>
    public bool IsDisabledAfterwards { get; init; }

    /// <summary>Takes the option's text apart; nothing at all means <see cref="Usual"/>.</summary>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public static CloudInitOptions Parse(string? text)
    {
        var values = new NamedValues(
            "--cloud-init", string.IsNullOrEmpty(text) ? Usual : text,
            "root-password-generate", "root-password-file", "disable", "root-ssh-key", "ssh-key",
            "clouduser-ssh-key", "user-data", "meta-data", "network-config");
        return new CloudInitOptions
        {
            MakesRootPassword = values.IsOn("root-password-generate"),
            RootPasswordFile = values["root-password-file"],
            RootSshKey = values["root-ssh-key"] ?? values["ssh-key"],
            CloudUserSshKey = values["clouduser-ssh-key"],
            UserData = values["user-data"],
            MetaData = values["meta-data"],
            NetworkConfig = values["network-config"],
            IsDisabledAfterwards = values.IsOn("disable"),
        };
    }
}
