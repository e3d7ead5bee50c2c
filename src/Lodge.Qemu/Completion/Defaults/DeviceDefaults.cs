using Lodge.Model.Domain;
using TpmDevice = Lodge.Model.Domain.Tpm;

namespace Lodge.Qemu.Completion.Defaults;

/// <summary>What each device has without being told, device by device in libvirt's order.</summary>
internal static class DeviceDefaults
{
    public static void Apply(DomainDefinition domain, IMachineFacts facts, CompletionOptions options)
    {
        domain.Disks.ForEach(disk => DiskDefaults.Apply(disk, domain));
        domain.Interfaces.ForEach(nic => InterfaceDefaults.Apply(nic, facts));
        domain.Hostdevs.ForEach(hostdev => HostdevDefaults.Apply(hostdev, domain));
        domain.Videos.ForEach(video => VideoDefaults.Apply(video, facts));
        domain.Controllers.ForEach(controller => ControllerDefaults.Apply(controller, domain, facts));
        CharacterDefaults.Apply(domain, options);
        domain.Filesystems.ForEach(Apply);
        domain.Rngs.ForEach(Apply);
        domain.Shmems.ForEach(ShmemDefaults.Apply);
        domain.Tpms.ForEach(Apply);
        domain.Panics.ForEach(panic => panic.Model = panic.Model == PanicModel.Default ? PanicModel.Isa : panic.Model);
        domain.MemoryDevices.ForEach(Apply);
        Apply(domain.Vsock);
    }

    private static void Apply(Filesystem filesystem)
    {
        if (filesystem is { Access: FilesystemAccess.None, Socket: null })
        {
            filesystem.Access = FilesystemAccess.Passthrough;
        }
    }

    private static void Apply(Rng rng)
    {
        if (rng.Backend == RngBackend.Random)
        {
            rng.File ??= "/dev/random";
        }
    }

    private static void Apply(TpmDevice tpm)
    {
        tpm.Model = tpm.Model == TpmModel.Default ? TpmModel.TpmTis : tpm.Model;
        if (tpm is { Backend: TpmBackend.Emulator, Version: TpmVersion.Default })
        {
            tpm.Version = tpm.Model is TpmModel.TpmCrb or TpmModel.TpmSpapr ? TpmVersion.V2_0 : TpmVersion.V1_2;
        }
    }

    private static void Apply(MemoryDevice memory)
    {
        // What the guest writes must reach the file below.
        if (memory is { Model: MemoryModel.VirtioPmem, Access: MemoryAccess.Default })
        {
            memory.Access = MemoryAccess.Shared;
        }
    }

    private static void Apply(Vsock? vsock)
    {
        if (vsock is not null)
        {
            vsock.Model = vsock.Model == VsockModel.Default ? VsockModel.Virtio : vsock.Model;
            vsock.AutoCid ??= vsock.GuestCid == 0;
        }
    }
}
