namespace Lodge.Install.Options.Tables;

/// <summary>What <c>--boot</c> takes.</summary>
internal static class BootSubOptions
{
    /// <summary>In the order in which they take effect.</summary>
    public static SubOption[] All { get; } =
    [
        SharedSubOptions.ClearXml,
        .. SharedSubOptions.Paths,
        new("hd"),
        new("cdrom"),
        new("fd"),
        new("network"),
        new("refresh-machine-type", Takes: Takes.Switch),
        new("os_type", "type"),
        new("arch", "type/@arch"),
        new("machine", "type/@machine"),
        new("bootloader"),
        new("bootloader_args"),
        new("domain_type"),
        new("emulator"),
        new("uefi"),
        new("loader", "loader"),
        new("loader.readonly", "loader/@readonly", Form.YesNo, Takes.Switch) { Aliases = ["loader_ro"] },
        new("loader.type", "loader/@type") { Aliases = ["loader_type"] },
        new("loader.secure", "loader/@secure", Form.YesNo, Takes.Switch) { Aliases = ["loader_secure"] },
        new("firmware", "@firmware"),
        new("firmware.feature[0-9]*.enabled", "firmware/feature[]/@enabled", Form.YesNo, Takes.Switch),
        new("firmware.feature[0-9]*.name", "firmware/feature[]/@name"),
        new("nvram", "nvram", Form.FullPath),
        new("nvram.template", "nvram/@template") { Aliases = ["nvram_template"] },
        new("boot[0-9]*.dev", "boot[]/@dev"),
        new("bootmenu.enable", "bootmenu/@enable", Form.YesNo, Takes.Switch) { Aliases = ["menu"] },
        new("bootmenu.timeout", "bootmenu/@timeout", Form.Whole),
        new("bios.useserial", "bios/@useserial", Form.YesNo, Takes.Switch) { Aliases = ["useserial"] },
        new("bios.rebootTimeout", "bios/@rebootTimeout", Form.Whole) { Aliases = ["rebootTimeout"] },
        new("smbios.mode", "smbios/@mode") { Aliases = ["smbios_mode"] },
        new("kernel", "kernel", Form.FullPath),
        new("initrd", "initrd", Form.FullPath),
        new("cmdline", "cmdline", Takes: Takes.Commas) { Aliases = ["extra_args", "kernel_args"] },
        new("dtb", "dtb", Form.FullPath),
        new("acpi.table", "acpi/table", Form.FullPath),
        new("acpi.table.type", "acpi/table/@type"),
        new("init", "init"),
        new("initargs"),
        new("initarg[0-9]*", "initarg[]"),
        new("initenv[0-9]*", "initenv[]"),
        new("initenv[0-9]*.name", "initenv[]/@name"),
        new("initdir", "initdir"),
        new("inituser", "inituser"),
        new("initgroup", "initgroup"),
    ];
}
