using System.Runtime.InteropServices;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Native;

namespace Lodge.Qemu.Swtpm;

/// <summary>The folders of an emulated TPM: its memory, its socket, its log.</summary>
internal static class TpmFolders
{
    private const UnixFileMode OwnerOnly =
        UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    private const UnixFileMode Passage = OwnerOnly | UnixFileMode.GroupExecute | UnixFileMode.OtherExecute;

    /// <summary>
    /// Makes them; those that belong to another account are given, with what is in them, to the one that swtpm runs as.
    /// </summary>
    /// <remarks>
    /// Many guests share the folders of sockets and logs, one has its folder of memory alone: libvirt's own modes.
    /// </remarks>
    public static void Prepare(TpmEmulatorPlan plan)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(plan.StateDirectory)!, Passage);
        Make(plan.StateDirectory, OwnerOnly, plan.Account);
        Make(Path.GetDirectoryName(plan.SocketPath)!, Passage, plan.Account);
        Make(Path.GetDirectoryName(plan.LogPath)!, Passage, plan.Account);
    }

    private static void Make(string folder, UnixFileMode mode, TpmAccount? owner)
    {
        Directory.CreateDirectory(folder, mode);
        if (owner is not { } account || LibC.OwnerOf(folder) == (account.User, account.Group))
            return;

        // Files first: who owns a folder could put another file in place of one that is about to be given away.
        foreach (var file in Directory.EnumerateFiles(folder))
            Give(file, account);
        Give(folder, account);
    }

    private static void Give(string path, TpmAccount account)
    {
        if (LibC.ChangeLinkOwner(path, account.User, account.Group) == 0)
            return;
        throw new VirException(
            VirErrorNumber.VIR_ERR_SYSTEM_ERROR,
            VirErrorDomain.VIR_FROM_QEMU,
            $"Failed to change ownership of '{path}' to {account.User}:{account.Group}: "
                + LibC.Describe(Marshal.GetLastPInvokeError()));
    }
}
