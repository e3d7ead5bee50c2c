using Lodge.Daemon.Config;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Logging;
using Lodge.Host.Kvm;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Server;

internal sealed partial class LodgeDaemon
{
    /// <summary>What the administrator set for all guests.</summary>
    private QemuConfiguration ReadGuestSettings()
    {
        var settings = QemuConfiguration.Read(paths.QemuConfigurationFile, paths.IsSession);
        if (settings.Account is null && !paths.IsSession)
            Log.Warning("There is no account for guests (libvirt-qemu, qemu): they run as root without capabilities");
        return settings;
    }

    /// <summary>The QEMU programs of the host, and what they answered before.</summary>
    private QemuHypervisor BuildHypervisor(GuestConfinement confinement)
    {
        var account = confinement.Account ?? default;
        return new QemuHypervisor(new QemuHypervisorOptions
        {
            CacheFolder = Path.Combine(paths.Cache, "qemu"),
            IsKvmUsable = static () => KvmProbe.Report.Usable,
            Uid = account.UserId,
            Gid = account.GroupId,
            IsPrivileged = !paths.IsSession,
            Learned = ResidentMemory.Trim,
        });
    }
}
