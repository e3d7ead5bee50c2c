using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using static Lodge.Qemu.Completion.Refusal;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>Firmware, its variable store and the boot menu.</summary>
internal static class BootValidation
{
    private const string WithSelection = " cannot be specified when firmware autoselection is enabled";

    public static VirException? FindQemu(DomainDefinition domain) => domain.Os.Loader switch
    {
        null => null,
        { Secure: true } when !domain.Os.IsQ35 =>
            Unsupported("Secure boot is supported with q35 machine types only"),
        { Secure: true } when domain.Os.Architecture != "x86_64" =>
            Unsupported("Secure boot is supported for x86_64 architecture only"),
        { Secure: true } when domain.Os.Firmware == FirmwareKind.None && domain.Features.Smm != true =>
            Unsupported("Secure boot requires SMM feature enabled"),
        { Nvram: { } store } => FindStore(store),
        _ => null,
    };

    public static VirException? FindFirmware(DomainDefinition domain) =>
        (domain.Os.Firmware != FirmwareKind.None ? FindSelected(domain.Os) : FindNamed(domain.Os))
        ?? FindStateless(domain.Os);

    public static VirException? FindMenu(DomainDefinition domain) =>
        domain.Os.BootMenuTimeout > 65535
            ? DomainUnsupported("invalid value for boot menu timeout, must be in range [0,65535]")
        : domain.Os.RebootTimeout is < -1 or > 65535
            ? DomainUnsupported("invalid value for rebootTimeout, must be in range [-1,65535]")
        : null;

    private static VirException? FindStore(StorageSource store) =>
        store.Type is not (StorageType.File or StorageType.Block or StorageType.Network)
            ? Unsupported($"unsupported nvram disk type '{store.Type.ToXml()}'")
        : store.Slice is not null ? Unsupported("slices are not supported with NVRAM")
        : store.Reservations is not null ? Unsupported("persistent reservations are not supported with NVRAM")
        : store.Backing is not null ? Unsupported("backingStore is not supported with NVRAM")
        : null;

    private static VirException? FindSelected(Os os) => os.Loader switch
    {
        null => null,
        { Readonly: not null } => DomainDetail("loader attribute 'readonly'" + WithSelection),
        { Type: not LoaderType.None } => DomainDetail("loader attribute 'type'" + WithSelection),
        { Path: not null } => DomainDetail("loader path" + WithSelection),
        { NvramTemplate: not null } => DomainDetail("nvram attribute 'template'" + WithSelection),
        { Secure: false } => DomainDetail("loader attribute 'secure'" + WithSelection),
        { Nvram: not null } when os.Firmware != FirmwareKind.Efi =>
            DomainDetail($"firmware type '{os.Firmware.ToXml()}' does not support nvram"),
        _ => null,
    };

    private static VirException? FindNamed(Os os) =>
        os.FirmwareFeatures is not null ? DomainDetail(
            "cannot use feature-based firmware autoselection when firmware autoselection is disabled")
        : os.Loader is { Path: null } ? DomainDetail("no loader path specified and firmware auto selection disabled")
        : null;

    private static VirException? FindStateless(Os os) => os.Loader switch
    {
        { Stateless: true, NvramTemplate: not null } =>
            DomainDetail("NVRAM template is not permitted when loader is stateless"),
        { Stateless: true, Nvram: not null } => DomainDetail("NVRAM is not permitted when loader is stateless"),
        { Stateless: false, Type: not LoaderType.Pflash } when os.Firmware == FirmwareKind.None =>
            DomainDetail("Only pflash loader type permits NVRAM"),
        { Stateless: false } when os.Firmware == FirmwareKind.Bios => DomainDetail("Only EFI firmware permits NVRAM"),
        _ => null,
    };
}
