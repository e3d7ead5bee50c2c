using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Probing;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Folders of the host in the guest.</summary>
internal static class FilesystemValidation
{
    public static VirException? Find(Filesystem filesystem) =>
        filesystem.Target is null
            ? Domain(VirErrorNumber.VIR_ERR_NO_TARGET, filesystem.Source ?? filesystem.Socket ?? "")
        : filesystem.BootOrder > 0 && filesystem.Driver != FilesystemDriver.Virtiofs
            ? DomainUnsupported("boot order is only supported for virtiofs")
        : null;

    public static VirException? FindQemu(DomainDefinition domain, Filesystem filesystem, IMachineFacts facts) =>
        filesystem.Type != FilesystemType.Mount ? Unsupported("only supports mount filesystem type")
        : filesystem.Multidevs != FilesystemMultidevs.Default && !facts.Has(QemuCapability.FsdevMultidevs)
            ? Unsupported("multidevs is not supported with this QEMU binary")
        : HasModes(filesystem) && filesystem.Access != FilesystemAccess.Mapped
            ? Unsupported("fmode and dmode must be used with accessmode=mapped")
        : filesystem.Driver switch
        {
            FilesystemDriver.Handle when filesystem.Access != FilesystemAccess.Passthrough =>
                Unsupported("only supports passthrough accessmode"),
            FilesystemDriver.Loop or FilesystemDriver.Nbd or FilesystemDriver.Ploop =>
                Unsupported("Filesystem driver type not supported"),
            FilesystemDriver.Virtiofs => FindVirtiofs(domain, filesystem, facts),
            _ => null,
        };

    private static VirException? FindVirtiofs(DomainDefinition domain, Filesystem filesystem, IMachineFacts facts) =>
        (filesystem.Socket is null ? FindOwnServer(filesystem) : null)
        ?? (filesystem.Model != FilesystemModel.Default ? Unsupported("virtiofs does not support model")
        : filesystem.Format9p != StorageFormat.None ? Unsupported("virtiofs does not support format")
        : !facts.Has(QemuCapability.DeviceVhostUserFs)
            ? Unsupported("virtiofs is not supported with this QEMU binary")
        : filesystem.Multidevs != FilesystemMultidevs.Default ? Unsupported("virtiofs does not support multidevs")
        : HasModes(filesystem) ? Unsupported("virtiofs does not support fmode and dmode")
        : MemoryValidation.FindUnshared(domain, "virtiofs")
            ?? (filesystem.BootOrder > 0 && !facts.Has(QemuCapability.VhostUserFsBootindex)
                ? Unsupported("setting virtiofs boot order is not supported with this QEMU binary") : null));

    private static VirException? FindOwnServer(Filesystem filesystem) =>
        filesystem.Readonly ? Unsupported("virtiofs does not yet support read-only mode")
        : filesystem.Access is not (FilesystemAccess.None or FilesystemAccess.Passthrough)
            ? Unsupported("virtiofs only supports passthrough accessmode")
        : filesystem.WritePolicy != FilesystemWritePolicy.Default ? Unsupported("virtiofs does not support wrpolicy")
        : null;

    private static bool HasModes(Filesystem filesystem) => filesystem.FileMode != 0 || filesystem.FolderMode != 0;
}
