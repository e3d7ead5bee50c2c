namespace Lodge.Security.Selinux;

/// <summary>A label of SELinux: <c>user:role:type[:range]</c>.</summary>
/// <param name="User">SELinux's user.</param>
/// <param name="Role">The role; <c>object_r</c> for files.</param>
/// <param name="Type">The type, which most rules of a policy speak of.</param>
/// <param name="Range">Sensitivity and categories; null where the policy has none.</param>
/// <remarks>Source: <c>context_new(3)</c>.</remarks>
public readonly record struct SelinuxContext(string User, string Role, string Type, string? Range)
{
    /// <summary>Takes a label apart; null where it is none.</summary>
    /// <param name="text">The label.</param>
    public static SelinuxContext? TryParse(string? text)
    {
        if (text is null || text.AsSpan().ContainsAny("\t\r\n"))
        {
            return null;
        }

        return text.Split(':', 4) switch
        {
            [{ Length: > 0 } user, { Length: > 0 } role, { Length: > 0 } type] => Whole(user, role, type, null),
            [{ Length: > 0 } user, { Length: > 0 } role, { Length: > 0 } type, var range] =>
                Whole(user, role, type, range),
            _ => null,
        };

        // Only a range may have a space in it.
        static SelinuxContext? Whole(string user, string role, string type, string? range) =>
            user.Contains(' ') || role.Contains(' ') || type.Contains(' ')
                ? null
                : new SelinuxContext(user, role, type, range);
    }

    /// <summary>The label as text.</summary>
    public override string ToString() => Range is null ? $"{User}:{Role}:{Type}" : $"{User}:{Role}:{Type}:{Range}";
}
