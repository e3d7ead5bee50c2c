namespace Lodge.Install.Os;

/// <summary>What an operating system can drive, as far as it decides which devices a guest gets.</summary>
public enum OsCapability
{
    /// <summary>virtio-blk disks.</summary>
    VirtioDisk,

    /// <summary>virtio-scsi controllers.</summary>
    VirtioScsi,

    /// <summary>virtio-net cards.</summary>
    VirtioNet,

    /// <summary>virtio-rng.</summary>
    VirtioRng,

    /// <summary>virtio-gpu.</summary>
    VirtioGpu,

    /// <summary>The virtio balloon.</summary>
    VirtioBalloon,

    /// <summary>virtio-serial.</summary>
    VirtioSerial,

    /// <summary>virtio keyboards, mice and tablets.</summary>
    VirtioInput,

    /// <summary>QEMU's USB 3 controller.</summary>
    Usb3,

    /// <summary>Virtio devices of version 1.0.</summary>
    Virtio1,

    /// <summary>The q35 chipset, with virtio devices as PCI Express has them.</summary>
    ChipsetQ35,
}
