using Lodge.Host.Accounts;
using Lodge.Qemu.Swtpm;

namespace Lodge.Qemu.Tests.Swtpm;

/// <summary>The programs of emulated TPMs on this machine.</summary>
internal static class TpmPrograms
{
    /// <summary>
    /// Whose rights they run with. As root, tests run them as daemons do: what they keep for the whole host must not
    /// become root's.
    /// </summary>
    public static TpmAccount? Account { get; } =
        Environment.IsPrivilegedProcess && AccountNames.UserNumber("tss") is { } user
            && AccountNames.GroupNumber("tss") is { } group
        ? new TpmAccount(user, group)
        : null;
}
