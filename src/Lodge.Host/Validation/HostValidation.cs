using Lodge.Host.Facts;
using Lodge.Host.Kvm;

namespace Lodge.Host.Validation;

/// <summary>
/// The checks of <c>virt-host-validate</c>: libvirt's own, word for word and in its order, and one of ours that runs
/// 64-bit code under KVM (see <see cref="KvmProbe"/>).
/// </summary>
public static class HostValidation
{
    /// <summary>The checks for guests of QEMU and KVM, each made as it is enumerated.</summary>
    public static IEnumerable<HostCheck> Qemu() => QemuChecks.All(HostFiles.Real, static () => KvmProbe.Report);

    /// <summary>The checks for containers.</summary>
    public static IEnumerable<HostCheck> Lxc() => LxcChecks.All(HostFiles.Real);
}
