namespace Lodge.Security.Files;

/// <summary>What a guest uses a file for; decides which label it gets, and whether the old one is remembered.</summary>
public enum GuestFileKind
{
    /// <summary>An image of a disk, or the firmware's variables.</summary>
    Image,

    /// <summary>A kernel, an initial RAM disk, a device tree, an ACPI table, or a firmware entry.</summary>
    Boot,

    /// <summary>The host's end of a character device.</summary>
    Character,

    /// <summary>The device node, or the emulator's socket, behind a TPM.</summary>
    Tpm,

    /// <summary>A node of a host device that the guest drives.</summary>
    HostDevice,

    /// <summary>A VFIO group, which several guests' devices may share.</summary>
    VfioGroup,

    /// <summary>An input device of the host.</summary>
    Input,

    /// <summary>A file that is the guest's memory.</summary>
    Memory,

    /// <summary>A folder or file that the daemon made for this run alone, and removes with it.</summary>
    Private,

    /// <summary>What an emulated device keeps from run to run: a TPM's memory and log.</summary>
    DeviceState,

    /// <summary>A file with a saved guest's memory in it.</summary>
    SavedState,
}
