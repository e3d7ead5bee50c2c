using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Scripts;

/// <summary>What <c>--unattended</c> says.</summary>
/// <remarks>Source: <c>virt-install(1)</c>.</remarks>
public sealed record UnattendedOptions
{
    /// <summary>
    /// The kind of system, <c>desktop</c> or <c>jeos</c>; null for <c>desktop</c> or the first there is.
    /// </summary>
    public string? Profile { get; init; }

    /// <summary>The file whose first line is the administrator's password.</summary>
    public string? AdminPasswordFile { get; init; }

    /// <summary>The user to make; null for the one who runs this.</summary>
    public string? UserLogin { get; init; }

    /// <summary>The file whose first line is the user's password.</summary>
    public string? UserPasswordFile { get; init; }

    /// <summary>The key of the product (Windows).</summary>
    public string? ProductKey { get; init; }

    /// <summary>The account the system registers with.</summary>
    public string? RegistrationLogin { get; init; }

    /// <summary>A kickstart of one's own, in place of a template; null for none.</summary>
    public string? Kickstart { get; init; }

    /// <summary>
    /// How the installer comes by it: <c>initrd</c>, <c>disk</c> (labelled OEMDRV) or <c>server</c>; null for the first
    /// where we start its kernel, else the second.
    /// </summary>
    public string? KickstartWay { get; init; }

    /// <summary>Takes the option's text apart; nothing at all asks for what is usual.</summary>
    /// <exception cref="OptionException">It makes no sense.</exception>
    public static UnattendedOptions Parse(string? text)
    {
        if (string.IsNullOrEmpty(text)) return new UnattendedOptions();
        var values = new NamedValues(
            "--unattended", text,
            "profile", "admin-password-file", "user-login", "user-password-file", "product-key", "reg-login",
            "kickstart", "via");
        if (values["via"] is not (null or "initrd" or "disk" or "server"))
            throw new OptionException("Error: --unattended: via is 'initrd', 'disk' or 'server'");
        return new UnattendedOptions
        {
            Profile = values["profile"],
            AdminPasswordFile = values["admin-password-file"],
            UserLogin = values["user-login"],
            UserPasswordFile = values["user-password-file"],
            ProductKey = values["product-key"],
            RegistrationLogin = values["reg-login"],
            Kickstart = values["kickstart"],
            KickstartWay = values["via"],
        };
    }
}
