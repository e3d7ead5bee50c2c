using Lodge.Daemon.Config;
using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Daemon.Logging;
using Lodge.Host.Kvm;
using Lodge.Qemu.Probing;
using Lodge.Security;
using Lodge.Security.Selinux;

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

    /// <summary>What keeps guests apart; what does not is said, once.</summary>
    private static GuestConfinement BuildConfinement(QemuConfiguration settings)
    {
        var selinux = new HostSelinux();
        if (!selinux.IsEnabled)
            Log.Warning("SELinux is not enabled on this host: guests are kept apart by their owner alone");
        if (AppArmor.IsEnabled)
            Log.Warning("AppArmor is enabled on this host, and Lodge has no profiles: guests are not confined by it");
        return GuestConfinement.Of(settings, selinux);
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
            SecurityModels = confinement.Models(),
        });
    }
}
