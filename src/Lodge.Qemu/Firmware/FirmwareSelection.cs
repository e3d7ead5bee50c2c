using System.Text.Json;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Firmware;

/// <summary>
/// Chooses an installed firmware for a guest that only says what it wants (<c>&lt;os firmware='efi'&gt;</c>).
/// </summary>
/// <remarks>Source: libvirt's <c>formatdomain</c>; QEMU, <c>docs/interop/firmware.json</c>.</remarks>
public static class FirmwareSelection
{
    private const string VariablesSuffix = "_VARS.fd";

    // The administrator's word comes after the distribution's, and hides a file of the same name.
    private static readonly string[] Folders = ["/usr/share/qemu/firmware", "/etc/qemu/firmware"];

    /// <summary>Puts the firmware, and where its variables are kept, into a guest that is to start.</summary>
    /// <param name="definition">The guest.</param>
    /// <param name="nvramRoot">The folder of guests' variables.</param>
    /// <exception cref="VirException">
    /// No installed firmware is what the guest wants (<c>VIR_ERR_OPERATION_FAILED</c>), or the guest forbids what its
    /// firmware needs (<c>VIR_ERR_OPERATION_INVALID</c>).
    /// </exception>
    public static void Apply(DomainDefinition definition, string nvramRoot) =>
        Apply(definition, nvramRoot, Installed(Folders));

    internal static void Apply(
        DomainDefinition definition, string nvramRoot, IReadOnlyList<FirmwareDescriptor> installed)
    {
        var os = definition.Os;
        if (os.Firmware == FirmwareKind.None)
        {
            AddTemplate(os.Loader, definition, installed);
            return;
        }

        var chosen = installed.FirstOrDefault(firmware => Matches(firmware, definition))
            ?? throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_FAILED,
                VirErrorDomain.VIR_FROM_QEMU,
                $"Unable to find any firmware to satisfy '{os.Firmware.ToXml()}'");
        Put(chosen, definition, nvramRoot);
        os.Firmware = FirmwareKind.None;
    }

    /// <summary>The firmware of this host, in the order of the descriptors' names.</summary>
    internal static IReadOnlyList<FirmwareDescriptor> Installed() => Installed(Folders);

    /// <summary>All descriptors, in the order of their names.</summary>
    internal static IReadOnlyList<FirmwareDescriptor> Installed(IEnumerable<string> folders)
    {
        var files = new SortedDictionary<string, string>(StringComparer.Ordinal);
        foreach (var folder in folders.Where(Directory.Exists))
        {
            foreach (var file in Directory.EnumerateFiles(folder, "*.json"))
            {
                files[Path.GetFileName(file)] = file;
            }
        }

        return [.. files.Values.Select(Read).OfType<FirmwareDescriptor>()];
    }

    private static FirmwareDescriptor? Read(string file)
    {
        try
        {
            var content = File.ReadAllBytes(file);
            return content.Length == 0 ? null : FirmwareDescriptor.Parse(content);
        }
        catch (Exception damaged) when (damaged is IOException or UnauthorizedAccessException or JsonException)
        {
            // One broken descriptor must not keep guests from the others.
            return null;
        }
    }

    private static void AddTemplate(
        Loader? loader, DomainDefinition definition, IReadOnlyList<FirmwareDescriptor> installed)
    {
        if (loader is not { Type: LoaderType.Pflash, Path: { } path, NvramTemplate: null }) return;
        var known = installed.FirstOrDefault(firmware =>
            firmware.Path == path && firmware.Fits(Architecture(definition), definition.Os.Machine ?? ""));
        var beside = path.Replace("CODE", "VARS", StringComparison.Ordinal);
        loader.NvramTemplate = known?.Template ?? (beside != path && File.Exists(beside) ? beside : null);
    }

    private static bool Matches(FirmwareDescriptor firmware, DomainDefinition definition)
    {
        var os = definition.Os;
        var name = os.Firmware == FirmwareKind.Efi ? "uefi" : "bios";
        return firmware.Speaks(name)
            && firmware.Fits(Architecture(definition), os.Machine ?? "")
            && (definition.SuspendToMemory != true || firmware.Has("acpi-s3"))
            && (definition.SuspendToDisk != true || firmware.Has("acpi-s4"))
            && IsAsWanted(os, FirmwareFeature.SecureBoot, firmware.Has("secure-boot"))
            && IsAsWanted(os, FirmwareFeature.EnrolledKeys, firmware.Has("enrolled-keys"))
            && (os.Loader?.Secure != true || firmware.Has("requires-smm"))
            && (!firmware.IsFlash || (os.Loader?.Stateless == true) == firmware.Template is null)
            && (definition.LaunchSecurity?.Type != LaunchSecurityType.Sev || firmware.Has("amd-sev"));
    }

    private static bool IsAsWanted(Os os, FirmwareFeature feature, bool isThere) =>
        os.FirmwareFeatures is null
        || !os.FirmwareFeatures.TryGetValue(feature, out var wanted)
        || wanted == isThere;

    private static string Architecture(DomainDefinition definition) => definition.Os.Architecture switch
    {
        "i686" => "i386",
        null => "x86_64",
        var other => other,
    };

    private static void Put(FirmwareDescriptor firmware, DomainDefinition definition, string nvramRoot)
    {
        var loader = definition.Os.Loader ??= new Loader();
        loader.Path = firmware.Path;
        loader.Type = firmware.IsFlash ? LoaderType.Pflash : LoaderType.Rom;
        if (firmware.IsFlash)
        {
            loader.Readonly = true;
            loader.NvramTemplate = firmware.Template;
            if (firmware.Template is not null)
            {
                loader.Nvram ??= new StorageSource
                {
                    Format = StorageFormat.Raw,
                    Path = Path.Combine(nvramRoot, definition.Name + VariablesSuffix),
                };
            }
        }

        if (!firmware.Has("requires-smm")) return;
        if (definition.Features.Smm == false)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_OPERATION_INVALID,
                VirErrorDomain.VIR_FROM_QEMU,
                "domain has SMM turned off but chosen firmware requires it");
        }

        definition.Features.Smm = true;
        loader.Secure = true;
    }
}
