using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>The devices of a domain, read kind by kind.</summary>
public sealed partial class DomainDefinition
{

    private static List<T> Read<T>(Element? devices, string name, Func<Element, T> parse) =>
        devices is null ? [] : devices.All(name).ConvertAll(element => parse(element));

    private static T? ReadSingle<T>(
        Element? devices, string name, Func<Element, T> parse, string complaint,
        VirErrorNumber code = VirErrorNumber.VIR_ERR_INTERNAL_ERROR)
        where T : class => devices?.All(name) switch
        {
            null or [] => null,
            [var only] => parse(only),
            _ => throw XmlError.Domain(code, complaint),
        };

    private void ParseDevices(Element? devices, DomainXmlParseOptions options)
    {
        foreach (var disk in Read(devices, "disk", element => Disk.Parse(element, options)))
        {
            this.Insert(disk);
        }

        var usbDisabled = ParseControllers(devices, options);
        Leases = Read(devices, "lease", Lease.Parse);
        Filesystems = Read(devices, "filesystem", element => Filesystem.Parse(element, options));
        Interfaces = Read(devices, "interface", element => Interface.Parse(element, options));
        Smartcards = Read(devices, "smartcard", element => Smartcard.Parse(element, options));
        ParseCharacterDevices(devices, options);
        Inputs = Read(devices, "input", element => Input.Parse(element, options, Os));
        Refuse(usbDisabled
            && Inputs.Exists(input => input.Bus == InputBus.Usb), "Can't add USB input device. USB bus is disabled");
        Graphics = Read(devices, "graphics", element => Domain.Graphics.Parse(element, options));
        Sounds = Read(devices, "sound", element => Sound.Parse(element, options));
        Audios = Read(devices, "audio", Audio.Parse);
        foreach (var video in Read(devices, "video", element => Video.Parse(element, options)))
        {
            Videos.Insert(video.Primary ? 0 : Videos.Count, video);
        }

        Hostdevs = Read(devices, "hostdev", element => Hostdev.Parse(element, options));
        Refuse(usbDisabled
            && Hostdevs.Exists(hostdev => hostdev is { Mode: HostdevMode.Subsystem, Type: HostdevType.Usb }),
            "Can't add host USB device: USB is disabled in this host");
        Watchdog = ReadSingle(devices, "watchdog", element => Watchdog.Parse(element, options),
            "only a single watchdog device is supported");
        Memballoon = ReadSingle(devices, "memballoon", element => Memballoon.Parse(element, options),
            "only a single memory balloon device is supported");
        Rngs = Read(devices, "rng", element => Rng.Parse(element, options));
        Tpms = Read(devices, "tpm", element => Tpm.Parse(element, options));
        if (Tpms.Count > 2)
        {
            throw XmlError.Domain("a maximum of two TPM devices is supported, one of them being a TPM Proxy device");
        }

        Nvram = ReadSingle(
            devices, "nvram", element => Nvram.Parse(element, options), "only a single nvram device is supported");
        Hubs = Read(devices, "hub", element => Hub.Parse(element, options));
        Refuse(usbDisabled && Hubs.Count > 0, "Can't add USB hub: USB is disabled for this domain");
        Redirdevs = Read(devices, "redirdev", element => Redirdev.Parse(element, options));
        RedirFilter = ReadSingle(devices, "redirfilter", element => Read(element, "usbdev", RedirFilterRule.Parse),
            "only one set of redirection filter rule is supported");
        Panics = Read(devices, "panic", element => Panic.Parse(element, options));
        Shmems = Read(devices, "shmem", element => Shmem.Parse(element, options));
    }

    private void ParseLateDevices(Element? devices, DomainXmlParseOptions options)
    {
        MemoryDevices = Read(devices, "memory", element => MemoryDevice.Parse(element, options));
        Iommu = ReadSingle(devices, "iommu", element => Iommu.Parse(element, options),
            "only a single IOMMU device is supported", VirErrorNumber.VIR_ERR_XML_ERROR);
        Vsock = ReadSingle(devices, "vsock", element => Vsock.Parse(element, options),
            "only a single vsock device is supported", VirErrorNumber.VIR_ERR_XML_ERROR);
    }

    /// <summary>Reads controllers; says whether USB is switched off.</summary>
    private bool ParseControllers(Element? devices, DomainXmlParseOptions options)
    {
        var (disabled, other, master) = (false, false, false);
        foreach (var controller in Read(devices, "controller", element => Controller.Parse(element, options)))
        {
            if (controller.Type == ControllerType.Usb)
            {
                var none = controller.UsbModel == UsbControllerModel.None;
                if (disabled || (none && other))
                {
                    throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_DETAIL,
                        "Can't add another USB controller: USB is disabled for this domain");
                }

                disabled |= none;
                other |= !none;
                master |= controller.MasterStartPort is null;
            }

            this.Insert(controller);
        }

        return other && !master
            ? throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_DETAIL, "No master USB controller specified")
            : disabled;
    }

    private void ParseCharacterDevices(Element? devices, DomainXmlParseOptions options)
    {
        Parallels = Read(devices, "parallel", element => ParallelDevice.Parse(element, options));
        for (var index = 0; index < Parallels.Count; index++)
        {
            if (Parallels[index].Port == -1)
            {
                Parallels[index].Port = Parallels.Take(index).Select(device => device.Port)
                    .DefaultIfEmpty(-1).Max() + 1;
            }
        }

        Serials = Read(devices, "serial", element => SerialDevice.Parse(element, options));
        Consoles = Read(devices, "console", element => ConsoleDevice.Parse(element, options));
        for (var index = 0; index < Consoles.Count; index++)
        {
            Consoles[index].Port = index;
        }

        Channels = Read(devices, "channel", element => ChannelDevice.Parse(element, options));
    }

    private static void Refuse(bool wrong, string complaint)
    {
        if (wrong)
        {
            throw XmlError.Unsupported(complaint);
        }
    }
}
