using Lodge.Model.Domain;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What a machine has without being told (<c>qemuDomainDefPostParse</c>).</summary>
internal static class MachineDefaults
{
    private const ulong Mebibyte = 1 << 20;

    public static void Apply(DomainDefinition domain, IMachineFacts facts, CompletionOptions options)
    {
        if ((domain.Os.BootLoader ?? domain.Os.BootLoaderArguments) is not null)
        {
            throw Refusal.Unsupported("bootloader is not supported by QEMU");
        }

        domain.Os.Machine ??= facts.DefaultMachine;
        AddNvram(domain, options);
        AddInputs(domain);
        AddControllers(domain, facts);
        AddBalloon(domain);
        AddAudio(domain);
        domain.Os.Machine = facts.Canonical(domain.Os.Machine);
        CpuDefaults.Apply(domain, facts);
        VcpuOrder.Check(domain);
        CheckTseg(domain);
        FillNuma(domain);
    }

    private static void AddNvram(DomainDefinition domain, CompletionOptions options)
    {
        if (domain.Os is { Firmware: FirmwareKind.None,
            Loader: { Type: LoaderType.Pflash, Readonly: true, Nvram: null } loader }
            && loader.Stateless != true && loader.Path is not null)
        {
            loader.Nvram = new StorageSource
            {
                Format = StorageFormat.Raw,
                Path = Path.Combine(options.NvramFolder, domain.Name + "_VARS.fd"),
            };
        }
    }

    private static void AddInputs(DomainDefinition domain)
    {
        if (!domain.Os.IsX86)
        {
            return;
        }

        foreach (var type in (ReadOnlySpan<InputType>)[InputType.Mouse, InputType.Keyboard])
        {
            if (!domain.Inputs.Exists(input => input.Type == type && input.Bus == InputBus.Ps2))
            {
                domain.Inputs.Add(new Input { Type = type, Bus = InputBus.Ps2 });
            }
        }
    }

    private static void AddControllers(DomainDefinition domain, IMachineFacts facts)
    {
        var os = domain.Os;
        var (usb, usbModel) = UsualUsb(os, facts);
        if (usb && domain.Find(ControllerType.Usb, 0) is null)
        {
            AddUsb(domain, usbModel);
        }

        if (os.IsQ35)
        {
            domain.AddMissing(ControllerType.Sata, 0);
            AddRoot(domain, PciControllerModel.PcieRoot);
        }
        else if (os.IsI440Fx)
        {
            AddRoot(domain, PciControllerModel.PciRoot);
        }
        else if (os.Architecture is "aarch64" or "armv7l" or "riscv64"
            && os.Machine?.StartsWith("virt", StringComparison.Ordinal) == true)
        {
            AddRoot(domain, PciControllerModel.PcieRoot);
        }
    }

    private static (bool Wanted, UsbControllerModel? Model) UsualUsb(Os os, IMachineFacts facts) =>
        !os.IsX86 || os.Machine == "isapc" ? (false, null)
        : !os.IsQ35 ? (true, null)
        : facts.HasDevice("qemu-xhci") ? (true, UsbControllerModel.QemuXhci)
        : facts.HasDevice("nec-usb-xhci") ? (true, UsbControllerModel.NecXhci)
        : facts.HasDevice("ich9-usb-ehci1") ? (true, UsbControllerModel.Ich9Ehci1)
        : (false, null);

    private static void AddUsb(DomainDefinition domain, UsbControllerModel? model)
    {
        domain.Add(ControllerType.Usb, 0, model?.ToXml());
        if (model == UsbControllerModel.Ich9Ehci1)
        {
            domain.Add(ControllerType.Usb, 0, UsbControllerModel.Ich9Uhci1.ToXml()).MasterStartPort = 0;
            domain.Add(ControllerType.Usb, 0, UsbControllerModel.Ich9Uhci2.ToXml()).MasterStartPort = 2;
            domain.Add(ControllerType.Usb, 0, UsbControllerModel.Ich9Uhci3.ToXml()).MasterStartPort = 4;
        }
    }

    private static void AddRoot(DomainDefinition domain, PciControllerModel model)
    {
        var root = domain.Find(ControllerType.Pci, 0);
        if (root is null)
        {
            domain.Add(ControllerType.Pci, 0, model.ToXml());
        }
        else if (root.PciModel != model)
        {
            throw Refusal.Xml(
                $"The PCI controller with index='0' must be model='{model.ToXml()}' for this machine type, "
                + $"but model='{root.Model ?? "(null)"}' was found instead");
        }
    }

    private static void AddBalloon(DomainDefinition domain)
    {
        if (domain.Os.Architecture is not ("armv6l" or "armv7l" or "aarch64" or "sparc"))
        {
            domain.Memballoon ??= new Memballoon { Model = MemballoonModel.Virtio };
        }
    }

    /// <summary>Sound goes to the viewer with SPICE, and nowhere with VNC or without a screen.</summary>
    private static void AddAudio(DomainDefinition domain)
    {
        if (domain.Audios.Count > 0)
        {
            return;
        }

        AudioType? type = domain.Graphics.Count == 0 ? AudioType.None : null;
        foreach (var graphics in domain.Graphics)
        {
            type = graphics.Type switch
            {
                GraphicsType.Vnc => AudioType.None,
                GraphicsType.Spice => AudioType.Spice,
                // A window's sound would follow QEMU_AUDIO_DRV, which the daemon does not have.
                GraphicsType.Sdl => null,
                _ => type,
            };
        }

        if (type is { } backend)
        {
            domain.Audios.Add(new Audio { Id = 1, Type = backend });
        }
    }

    private static void CheckTseg(DomainDefinition domain)
    {
        if (domain.Features is not { Smm: true, Tseg: { } size })
        {
            return;
        }

        if (!domain.Os.IsQ35)
        {
            throw Refusal.Unsupported("SMM TSEG is only supported with q35 machine type");
        }

        if (size % Mebibyte != 0)
        {
            throw Refusal.Unsupported("SMM TSEG size must be divisible by 1 MiB");
        }
    }

    /// <summary>Virtual CPUs that no node has go to the first node.</summary>
    private static void FillNuma(DomainDefinition domain)
    {
        if (domain.Numa is not { } numa || numa.CpuCount >= domain.Vcpus.Maximum)
        {
            return;
        }

        var taken = numa.Cells.Skip(1).SelectMany(cell => cell.Cpus?.Members ?? []).ToHashSet();
        numa.Cells[0].Cpus = new CpuSet(
            Enumerable.Range(0, (int)Math.Min(domain.Vcpus.Maximum, CpuSet.Limit)).Where(cpu => !taken.Contains(cpu)));
    }
}
