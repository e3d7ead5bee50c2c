namespace Lodge.Host.Sysinfo;

/// <summary>The words that SMBIOS numbers stand for (DMTF DSP0134, 7.5.2 and 7.18).</summary>
internal static class SmbiosNames
{
    private static readonly string[] FormFactors =
    [
        "Other", "Unknown", "SIMM", "SIP", "Chip", "DIP", "ZIP", "Proprietary Card", "DIMM", "TSOP",
        "Row Of Chips", "RIMM",
        "SODIMM", "SRIMM", "FB-DIMM", "Die",
    ];

    private static readonly string[] MemoryTypes =
    [
        "Other", "Unknown", "DRAM", "EDRAM", "VRAM", "SRAM", "RAM", "ROM", "Flash", "EEPROM", "FEPROM",
        "EPROM", "CDRAM",
        "3DRAM", "SDRAM", "SGRAM", "RDRAM", "DDR", "DDR2", "DDR2 FB-DIMM", "Reserved", "Reserved", "Reserved",
        "DDR3", "FBD2",
        "DDR4", "LPDDR", "LPDDR2", "LPDDR3", "LPDDR4", "Logical non-volatile device", "HBM", "HBM2", "DDR5",
        "LPDDR5", "HBM3",
    ];

    private static readonly string[] TypeDetails =
    [
        "Other", "Unknown", "Fast-paged", "Static Column", "Pseudo-static", "RAMBus", "Synchronous", "CMOS", "EDO",
        "Window DRAM", "Cache DRAM", "Non-Volatile", "Registered (Buffered)", "Unbuffered (Unregistered)", "LRDIMM",
    ];

    /// <summary>The family of a processor; the common ones of today's hosts, and null for the rest.</summary>
    public static string? ProcessorFamily(int number) => number switch
    {
        0x01 => "Other",
        0x02 => "Unknown",
        0x28 => "Core Duo",
        0x2B => "Atom",
        0x2C => "Core M",
        0x2D => "Core m3",
        0x2E => "Core m5",
        0x2F => "Core m7",
        0x3C => "A-Series",
        0x66 => "Athlon X4",
        0x67 => "Opteron X1000",
        0x68 => "Opteron X2000",
        0x69 => "Opteron A-Series",
        0x6A => "Opteron X3000",
        0x6B => "Zen",
        0xB3 => "Xeon",
        0xBF => "Core 2 Duo",
        0xC6 => "Core i7",
        0xCD => "Core i5",
        0xCE => "Core i3",
        0xCF => "Core i9",
        0x100 => "ARMv7",
        0x101 => "ARMv8",
        _ => null,
    };

    public static string? FormFactor(int number) => At(FormFactors, number);

    public static string? MemoryType(int number) => At(MemoryTypes, number);

    /// <summary>The words of each bit that is set; the lowest bit means nothing.</summary>
    public static string MemoryTypeDetail(int bits)
    {
        var words = TypeDetails.Where((_, i) => (bits & (2 << i)) != 0);
        return string.Join(' ', words) is { Length: > 0 } text ? text : "None";
    }

    private static string? At(string[] names, int number) =>
        number >= 1 && number <= names.Length ? names[number - 1] : null;
}
