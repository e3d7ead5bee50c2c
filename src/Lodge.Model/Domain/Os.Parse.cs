using System.Collections.Frozen;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>What the guest is and how it boots, read.</summary>
public sealed partial class Os
{
    private static readonly FrozenSet<string> Architectures = FrozenSet.Create(
        StringComparer.Ordinal,
        "alpha", "armv6l", "armv7l", "armv7b", "aarch64", "cris", "i686", "ia64", "lm32", "m68k", "microblaze",
        "microblazeel", "mips", "mipsel", "mips64", "mips64el", "openrisc", "parisc", "parisc64", "ppc",
        "ppcle", "ppc64",
        "ppc64le", "ppcemb", "riscv32", "riscv64", "s390", "s390x", "sh4", "sh4eb", "sparc", "sparc64", "unicore32",
        "x86_64", "xtensa", "xtensaeb");

    internal static Os Parse(Element domain, DomainType domainType)
    {
        var (element, type) = (domain.Child("os"), domain.Child("os", "type"));
        var os = new Os
        {
            BootLoader = domain.ChildText("bootloader"),
            BootLoaderArguments = domain.ChildText("bootloader_args"),
            Machine = type?.Attribute("machine") is { Length: > 0 } machine ? machine : null,
        };
        if (type is null or { Text.Length: 0 })
        {
            os.Type = os.BootLoader is not null ? OsType.Xen : throw XmlError.Domain("an os <type> must be specified");
        }
        else
        {
            os.Type = OsTypeNames.Table.TryParse(type.Text, out var kind)
                ? kind
                : throw XmlError.Unsupported($"unknown OS type '{type.Text}'");
        }

        if (os.Type == OsType.Linux && domainType == DomainType.Xen)
        {
            os.Type = OsType.Xen;
        }

        os.Architecture = type?.Attribute("arch") switch
        {
            null or "" => null,
            var word when Architectures.Contains(word) => word,
            var word => throw XmlError.Unsupported($"Unknown architecture {word}"),
        };
        return os;
    }

    /// <summary>Reads how it boots, which comes late because a loader's source may be any storage.</summary>
    internal void ParseBoot(Element domain, DomainXmlParseOptions options)
    {
        var element = domain.Child("os");
        if (element is null)
        {
            return;
        }

        switch (Type)
        {
            case OsType.Hvm:
                ParseKernel(element);
                ParseFirmware(element);
                Loader = Loader.Parse(element, options);
                ParseAcpi(element);
                ParseDevices(element);
                break;
            case OsType.Xen or OsType.Xenpvh or OsType.Uml:
                ParseKernel(element);
                Loader = Loader.Parse(element, options);
                break;
            case OsType.Exe:
                ParseInit(element);
                break;
        }

        if (element.ChildAttribute("smbios", "mode") is { } word)
        {
            SmbiosMode = SmbiosModeNames.Table.TryParse(word, out var mode)
                ? mode
                : throw XmlError.Unsupported($"unknown smbios mode '{word}'");
        }
    }

    private void ParseKernel(Element element)
    {
        Kernel = element.ChildText("kernel");
        Initrd = element.ChildText("initrd");
        CommandLine = element.ChildText("cmdline");
        DeviceTree = element.ChildText("dtb");
        Root = element.ChildText("root");
    }

    private void ParseFirmware(Element element)
    {
        foreach (var feature in element.Child("firmware")?.All("feature") ?? [])
        {
            FirmwareFeatures ??= [];
            var name = feature.RequiredNamed("name", FirmwareFeatureNames.Table);
            feature.Required("enabled");
            FirmwareFeatures[name] = feature.YesNo("enabled") ?? false;
        }

        if (element.Attribute("firmware") is { Length: > 0 } word)
        {
            Firmware = FirmwareKindNames.Table.TryParse(word, out var kind) && kind != FirmwareKind.None
                ? kind
                : throw XmlError.Domain($"unknown firmware value {word}");
        }
    }

    private void ParseAcpi(Element element)
    {
        var tables = element.Child("acpi")?.All("table") ?? [];
        if (tables.Count > 1)
        {
            throw XmlError.Domain("Only one acpi table is supported");
        }

        if (tables.Count == 1)
        {
            SlicTable = tables[0].Attribute("type") switch
            {
                null => throw XmlError.Domain("Missing acpi table type"),
                "slic" => tables[0].Text,
                var other => throw XmlError.Domain($"Unknown acpi table type: {other}"),
            };
        }
    }

    private void ParseDevices(Element element)
    {
        foreach (var boot in element.All("boot").Take(BootDeviceNames.Table.All.Count))
        {
            BootDevices.Add(boot.RequiredNamed("dev", BootDeviceNames.Table));
        }

        var (menu, bios) = (element.Child("bootmenu"), element.Child("bios"));
        BootMenu = menu?.YesNo("enable");
        BootMenuTimeout = BootMenu == true ? menu?.UInt("timeout") : null;
        BiosUseSerial = bios?.YesNo("useserial");
        RebootTimeout = bios?.Int("rebootTimeout");
    }

    private void ParseInit(Element element)
    {
        Init = element.ChildText("init");
        CommandLine = element.ChildText("cmdline");
        InitFolder = element.ChildText("initdir");
        InitUser = element.ChildText("inituser");
        InitGroup = element.ChildText("initgroup");
        foreach (var argument in element.All("initarg"))
        {
            InitArguments.Add(argument.Text.Length > 0
                ? argument.Text
                : throw XmlError.Domain("No data supplied for <initarg> element"));
        }

        foreach (var variable in element.All("initenv"))
        {
            var name = variable.Attribute("name") ?? throw XmlError.Domain("No name supplied for <initenv> element");
            InitEnvironment.Add(new(name, variable.Text.Length > 0
                ? variable.Text
                : throw XmlError.Domain($"No value supplied for <initenv name='{name}'> element")));
        }
    }
}
