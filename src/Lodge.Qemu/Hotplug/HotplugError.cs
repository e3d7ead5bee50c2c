using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Hotplug;

/// <summary>The refusals of changes to a running guest, with libvirt's codes.</summary>
internal static class HotplugError
{
    public static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED, VirErrorDomain.VIR_FROM_QEMU, detail);

    public static VirException Invalid(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_INVALID, VirErrorDomain.VIR_FROM_QEMU, detail);

    public static VirException Failed(string detail) =>
        new(VirErrorNumber.VIR_ERR_OPERATION_FAILED, VirErrorDomain.VIR_FROM_QEMU, detail);

    public static VirException Missing(string detail) =>
        new(VirErrorNumber.VIR_ERR_DEVICE_MISSING, VirErrorDomain.VIR_FROM_QEMU, detail);
}
