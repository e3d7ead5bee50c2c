using Lodge.Host.Accounts;

namespace Lodge.Security.Access;

/// <summary>As whom a guest opens files.</summary>
/// <param name="UserId">Its user.</param>
/// <param name="Groups">Its groups, the first one first.</param>
/// <param name="Context">Its label of SELinux; null for none.</param>
public sealed record GuestAccount(uint UserId, IReadOnlyList<uint> Groups, string? Context = null)
{
    /// <summary>The user's name, or its number where it has none.</summary>
    public string Name => AccountNames.User(UserId) ?? $"{UserId}";
}
