using Lodge.Model.Domain;
using Lodge.Protocol.Errors;

namespace Lodge.Qemu.Completion.Validation;

/// <summary>
/// Refuses what cannot work: what QEMU cannot do with the guest as a whole, then each device, then what
/// contradicts itself across devices (<c>qemuValidateDomainDef</c>, <c>virDomainDefValidate</c>).
/// Every rule returns its refusal, or null.
/// </summary>
internal static class DomainValidation
{
    /// <summary>Checks a completed definition.</summary>
    /// <exception cref="VirException">With the code, the domain and the text that libvirt gives.</exception>
    public static void Check(DomainDefinition domain, IMachineFacts facts)
    {
        Throw(MachineValidation.Find(domain, facts) ?? CpuValidation.Find(domain, facts)
            ?? MemoryValidation.FindHotplug(domain) ?? TuningValidation.FindQemu(domain, facts)
            ?? ClockValidation.Find(domain, facts) ?? BootValidation.FindQemu(domain)
            ?? VcpuValidation.Find(domain, facts) ?? FeatureValidation.Find(domain, facts)
            ?? MemoryValidation.FindHugePages(domain, facts) ?? MachineValidation.FindExtras(domain, facts));

        foreach (var device in domain.AllDevices())
        {
            Check(domain, device, facts);
        }

        foreach (var graphics in domain.Graphics)
        {
            Throw(GraphicsValidation.Find(domain, graphics) ?? GraphicsValidation.FindQemu(domain, graphics, facts));
        }

        foreach (var audio in domain.Audios)
        {
            Throw(OtherDeviceValidation.Find(domain, audio) ?? OtherDeviceValidation.FindQemu(domain, audio, facts));
        }

        Throw(DuplicateValidation.Find(domain) ?? VcpuValidation.FindTopology(domain)
            ?? DuplicateValidation.FindAliases(domain) ?? MachineValidation.FindInterruptRemapping(domain)
            ?? MemoryValidation.FindPageSizes(domain) ?? BootValidation.FindFirmware(domain)
            ?? TuningValidation.Find(domain) ?? BootValidation.FindMenu(domain)
            ?? DuplicateValidation.FindPrimaryVideo(domain) ?? DuplicateValidation.FindTargets(domain)
            ?? TuningValidation.FindThreadPools(domain));
    }

    /// <summary>Checks one device, of the definition or about to join it.</summary>
    /// <exception cref="VirException">With the code, the domain and the text that libvirt gives.</exception>
    public static void Check(DomainDefinition domain, Device device, IMachineFacts facts)
    {
        Throw(AddressValidation.FindUnassigned(device) ?? Common(domain, device)
            ?? AddressValidation.Find(domain, device, facts) ?? Qemu(domain, device, facts));
    }

    private static VirException? Common(DomainDefinition domain, Device device) => device switch
    {
        Disk disk => DiskValidation.Find(domain, disk),
        Redirdev redirected => CharacterValidation.Find(domain, redirected),
        Interface card => InterfaceValidation.Find(card),
        Controller controller => ControllerValidation.Find(controller),
        CharacterDevice character => CharacterValidation.Find(character.Source, character),
        Smartcard smartcard => CharacterValidation.Find(smartcard),
        Rng { Backend: RngBackend.Egd, Source: { } source } => CharacterValidation.Find(source, null),
        Hostdev passed => HostdevValidation.Find(passed),
        Video video => VideoValidation.Find(domain, video),
        MemoryDevice memory => MemoryValidation.Find(domain, memory),
        Vsock vsock => OtherDeviceValidation.Find(vsock),
        Input input => InputValidation.Find(input),
        Shmem shmem => OtherDeviceValidation.Find(shmem),
        Filesystem filesystem => FilesystemValidation.Find(filesystem),
        Sound sound => OtherDeviceValidation.FindAudio(domain, sound.AudioId),
        Iommu iommu => OtherDeviceValidation.Find(iommu),
        Tpm tpm => TpmValidation.Find(tpm),
        _ => null,
    };

    private static VirException? Qemu(DomainDefinition domain, Device device, IMachineFacts facts) => device switch
    {
        Interface card => InterfaceValidation.FindQemu(card, facts),
        CharacterDevice character => CharacterValidation.FindQemu(domain, character, facts),
        Smartcard smartcard => CharacterValidation.FindQemu(domain, smartcard, facts),
        Rng { Backend: RngBackend.Egd, Source: { } source } => CharacterValidation.FindQemu(domain, source, facts),
        Redirdev redirected => CharacterValidation.FindQemu(domain, redirected.Source, facts),
        Watchdog watchdog => OtherDeviceValidation.FindQemu(watchdog),
        Hostdev passed => HostdevValidation.FindQemu(domain, passed),
        Video video => VideoValidation.FindQemu(video, facts),
        Disk disk => DiskFrontValidation.Find(domain, disk, facts),
        Controller controller => ControllerValidation.FindQemu(domain, controller, facts),
        Vsock when !facts.Has(Probing.QemuCapability.DeviceVhostVsock) =>
            Refusal.Unsupported("vsock device is not supported with this QEMU binary"),
        Tpm tpm => TpmValidation.FindQemu(domain, tpm, facts),
        Input input => InputValidation.FindQemu(input, facts),
        Memballoon balloon => OtherDeviceValidation.FindQemu(balloon, facts),
        Iommu iommu => OtherDeviceValidation.FindQemu(domain, iommu, facts),
        Filesystem filesystem => FilesystemValidation.FindQemu(domain, filesystem, facts),
        Nvram => Refusal.Unsupported("nvram device is only supported for PPC64"),
        MemoryDevice memory => MemoryValidation.FindQemu(memory, facts),
        Shmem shmem => OtherDeviceValidation.FindQemu(shmem, facts),
        Sound sound => OtherDeviceValidation.FindQemu(sound),
        _ => null,
    };

    private static void Throw(VirException? refused)
    {
        if (refused is not null)
        {
            throw refused;
        }
    }
}
