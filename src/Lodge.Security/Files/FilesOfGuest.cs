using Lodge.Model.Domain;

namespace Lodge.Security.Files;

/// <summary>Which files a guest uses, by its definition.</summary>
/// <remarks>Source: what libvirt's <c>virSecurityManagerSetAllLabel</c> goes through.</remarks>
public static class FilesOfGuest
{
    private const string CardDatabase = "/etc/pki/nssdb";

    private static readonly string[] EnclaveNodes = ["/dev/sgx_vepc", "/dev/sgx_provision"];

    /// <summary>All files of a guest.</summary>
    /// <param name="guest">Its live definition.</param>
    public static IEnumerable<GuestFile> All(DomainDefinition guest)
    {
        ArgumentNullException.ThrowIfNull(guest);
        foreach (var device in guest.AllDevices())
        {
            foreach (var file in Of(device))
            {
                yield return file;
            }
        }

        foreach (var entry in guest.SystemInfo.SelectMany(info => info.FirmwareEntries))
        {
            if (entry.File is { } path)
            {
                yield return new GuestFile(path, GuestFileKind.Boot);
            }
        }

        if (guest.Os.Loader?.Nvram is { } nvram)
        {
            foreach (var image in Chain(nvram))
            {
                yield return image;
            }
        }

        foreach (var path in new[] { guest.Os.Kernel, guest.Os.Initrd, guest.Os.DeviceTree, guest.Os.SlicTable })
        {
            if (path is not null)
            {
                yield return new GuestFile(path, GuestFileKind.Boot);
            }
        }
    }

    /// <summary>The files of one device.</summary>
    /// <param name="device">The device, of a live definition.</param>
    public static IEnumerable<GuestFile> Of(Device device) => device switch
    {
        Disk disk => OfDisk(disk),
        Input { Type: InputType.Passthrough or InputType.Evdev, EventDevice: { } path } =>
            [new GuestFile(path, GuestFileKind.Input)],
        Hostdev hostdev => HostDeviceNodes.Of(hostdev),
        MemoryDevice { Model: MemoryModel.Nvdimm or MemoryModel.VirtioPmem, Path: { } path } =>
            [new GuestFile(path, GuestFileKind.Memory)],
        MemoryDevice { Model: MemoryModel.SgxEpc } =>
            [.. EnclaveNodes.Select(path => new GuestFile(path, GuestFileKind.Memory))],
        CharacterDevice character => OfSource(character.Source),
        Redirdev redirdev => OfSource(redirdev.Source),
        Rng { Source: { } source } => OfSource(source),
        Smartcard { Mode: SmartcardMode.HostCertificates } card =>
            [new GuestFile(card.Database ?? CardDatabase, GuestFileKind.Boot) { KeepsOwner = true }],
        Smartcard { Source: { } source } => OfSource(source),
        Tpm tpm => OfTpm(tpm),
        _ => [],
    };

    /// <summary>The images of a disk, the one that the guest writes to first.</summary>
    /// <param name="disk">The disk.</param>
    public static IEnumerable<GuestFile> OfDisk(Disk disk)
    {
        ArgumentNullException.ThrowIfNull(disk);
        return disk.Source.Type == StorageType.Dir
            ? []
            : Chain(disk.Source, disk.Readonly || disk.Kind == DiskDevice.Cdrom, disk.Shareable);
    }

    /// <summary>An image and all below it.</summary>
    /// <param name="top">The image.</param>
    /// <param name="isReadonly">Whether the guest only reads it.</param>
    /// <param name="isShareable">Whether other guests may write it at the same time.</param>
    public static IEnumerable<GuestFile> Chain(
        StorageSource top, bool isReadonly = false, bool isShareable = false)
    {
        for (var image = top; image is { IsEmpty: false }; image = image.Backing)
        {
            if (image is { Type: StorageType.Nvme, Nvme: { } nvme })
            {
                if (HostDeviceNodes.VfioGroup(nvme.Address) is { } group)
                {
                    yield return group;
                }
            }
            else if (image is { Type: StorageType.File or StorageType.Block, Path: { } path, FdGroup: null })
            {
                yield return new GuestFile(path, GuestFileKind.Image)
                {
                    IsShared = isReadonly || isShareable || image != top,
                    IsReadonly = isReadonly,
                    IsShareable = isShareable,
                    IsBacking = image != top,
                    Labels = image.SecurityLabels,
                    ParentLabels = top.SecurityLabels,
                };
            }
        }
    }

    private static IEnumerable<GuestFile> OfSource(CharacterSource source)
    {
        if (source.Path is not { } path)
        {
            return [];
        }

        // What the daemon opens for the guest needs no label, unless a person gave one.
        return source.Type switch
        {
            CharacterSourceType.Dev => [Character(path)],
            CharacterSourceType.File when source.SecurityLabels.Count > 0 => [Character(path)],
            CharacterSourceType.Pipe when File.Exists(path + ".in") && File.Exists(path + ".out") =>
                [Character(path + ".in"), Character(path + ".out")],
            CharacterSourceType.Pipe => [Character(path)],
            CharacterSourceType.Unix when !source.Listen || File.Exists(path) =>
                [Character(path) with { VanishesWithGuest = source.Listen }],
            _ => [],
        };

        GuestFile Character(string path) =>
            new(path, GuestFileKind.Character) { Labels = source.SecurityLabels };
    }

    private static IEnumerable<GuestFile> OfTpm(string device)
    {
        yield return new GuestFile(device, GuestFileKind.Tpm);
        var cancel = ((string[])["tpm", "misc"])
            .Select(kind => $"/sys/class/{kind}/{Path.GetFileName(device)}/device/cancel")
            .FirstOrDefault(File.Exists);
        if (cancel is not null)
        {
            yield return new GuestFile(cancel, GuestFileKind.Tpm) { KeepsOwner = true };
        }
    }

    private static IEnumerable<GuestFile> OfTpm(Tpm tpm) => tpm switch
    {
        { Backend: TpmBackend.Passthrough } => OfTpm(tpm.DevicePath ?? "/dev/tpm0"),
        { Backend: TpmBackend.Emulator, Source.Path: { } socket } =>
            [new GuestFile(socket, GuestFileKind.Tpm) { VanishesWithGuest = true }],
        _ => [],
    };
}
