using Lodge.Host.Kvm;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Server;

internal sealed partial class LodgeDaemon
{
    /// <summary>The QEMU programs of the host, and what they answered before.</summary>
    private QemuHypervisor BuildHypervisor()
    {
        var account = paths.IsSession ? default : GuestAccount.Find();
        return new QemuHypervisor(new QemuHypervisorOptions
        {
            CacheFolder = Path.Combine(paths.Cache, "qemu"),
            IsKvmUsable = static () => KvmProbe.Report.Usable,
            Uid = account.UserId,
            Gid = account.GroupId,
            IsPrivileged = !paths.IsSession,
        });
    }
}
