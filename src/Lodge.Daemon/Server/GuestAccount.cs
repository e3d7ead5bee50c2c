using Lodge.Daemon.Config;

namespace Lodge.Daemon.Server;

/// <summary>The account that guests run as.</summary>
/// <param name="UserId">Its user.</param>
/// <param name="GroupId">Its group.</param>
internal readonly record struct GuestAccount(uint UserId, uint GroupId)
{
    // What distributions call it: Debian, then Fedora and its kin.
    private static readonly (string User, string Group)[] Usual = [("libvirt-qemu", "libvirt-qemu"), ("qemu", "qemu")];

    /// <summary>Finds the distribution's account for guests; root where there is none.</summary>
    public static GuestAccount Find()
    {
        foreach (var (user, group) in Usual)
        {
            if (AccountNames.UserNumber(user) is { } userId && AccountNames.GroupNumber(group) is { } groupId)
            {
                return new GuestAccount(userId, groupId);
            }
        }

        return default;
    }
}
