namespace Lodge.Web.Hardware;

/// <content>The settings of the whole machine.</content>
public static partial class HardwareKinds
{
    private static HardwareKind System => new()
    {
        Id = "system", Label = "System", Icon = "host", IsRemovable = false,
        Fields =
        [
            new("Machine", "os/type/@machine", Help: "The chipset: q35, pc, virt."),
            new("Architecture", "os/type/@arch", FieldShape.Shown),
            new("Firmware", "os/@firmware", FieldShape.Choice, ["", "bios", "efi"]),
            new("Clock", "clock/@offset", FieldShape.Choice, ["utc", "localtime", "timezone", "variable", "absolute"]),
            new("ACPI", "features/acpi", FieldShape.Presence),
            new("APIC", "features/apic", FieldShape.Presence),
            new("When it shuts down", "on_poweroff", FieldShape.Choice, ["", "destroy", "restart", "preserve"]),
            new("When it reboots", "on_reboot", FieldShape.Choice, ["", "restart", "destroy", "preserve"]),
            new("When it crashes", "on_crash", FieldShape.Choice,
                ["", "destroy", "restart", "preserve", "coredump-destroy", "coredump-restart"]),
        ],
    };

    private static HardwareKind Processors => new()
    {
        Id = "cpu", Label = "Processors", Icon = "cpu", IsRemovable = false,
        Fields =
        [
            new("Processors", "vcpu", FieldShape.Number, Help: "The most that the guest can have."),
            new("Processors at the start", "vcpu/@current", FieldShape.Number, IsLive: true,
                Help: "Empty for all. More can be added while the guest runs."),
            new("Model mode", "cpu/@mode", FieldShape.Choice,
                ["", "host-passthrough", "host-model", "custom", "maximum"]),
            new("Model", "cpu/model"),
            new("Sockets", "cpu/topology/@sockets", FieldShape.Number),
            new("Dies", "cpu/topology/@dies", FieldShape.Number),
            new("Cores", "cpu/topology/@cores", FieldShape.Number),
            new("Threads", "cpu/topology/@threads", FieldShape.Number),
            new("On these processors of the host", "vcpu/@cpuset", Help: "As in 0-3,8; empty for any."),
        ],
    };

    private static HardwareKind Memory => new()
    {
        Id = "memory", Label = "Memory", Icon = "memory", IsRemovable = false,
        Fields =
        [
            new("Memory, MiB", "currentMemory", FieldShape.Mebibytes, IsLive: true),
            new("Most memory, MiB", "memory", FieldShape.Mebibytes),
            new("Shared with other programs", "memoryBacking/access/@mode", FieldShape.Choice,
                ["", "shared", "private"],
                "Shared folders by virtiofs need it."),
            new("Where it is kept", "memoryBacking/source/@type", FieldShape.Choice,
                ["", "memfd", "file", "anonymous"]),
            new("Huge pages", "memoryBacking/hugepages", FieldShape.Presence),
            new("Never swapped out", "memoryBacking/locked", FieldShape.Presence),
        ],
    };

    private static HardwareKind Boot => new()
    {
        Id = "boot", Label = "Boot", Icon = "boot", IsRemovable = false,
        Fields =
        [
            new("Boot menu", "os/bootmenu/@enable", FieldShape.Switch),
            new("Kernel", "os/kernel", Help: "A file on the host; empty to boot from a device."),
            new("Initrd", "os/initrd"),
            new("Kernel arguments", "os/cmdline"),
            new("Device tree", "os/dtb"),
        ],
    };
}
