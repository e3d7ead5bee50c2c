namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>A user of a machine to be installed.</summary>
/// <param name="Name">The name to log in by.</param>
public sealed record KickstartUser(string Name)
{
    /// <summary>The hash of the password; null for a user who has none and cannot log in by one.</summary>
    public string? PasswordHash { get; init; }

    /// <summary>The public key to log in by; null for none.</summary>
    public string? SshKey { get; init; }

    /// <summary>Whether the user may do what root may.</summary>
    public bool IsAdministrator { get; init; } = true;
}
