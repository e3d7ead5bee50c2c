using System.Globalization;

namespace Lodge.Host.Sysinfo;

/// <summary>The structures that libvirt shows, turned into its entries (DMTF DSP0134, 7).</summary>
internal static class SmbiosParts
{
    /// <summary>A part, where it stands, and whether a machine may have more than one of it.</summary>
    public static (int Order, bool Many, SystemPart Part)? Read(SmbiosStructure s) => s.Type switch
    {
        0 => (0, false, Part(
            "bios", ("vendor", s.Text(4)), ("version", s.Text(5)), ("date", s.Text(8)), ("release", Release(s)))),
        1 => (1, false, Part(
            "system",
            ("manufacturer", s.Text(4)),
            ("product", s.Text(5)),
            ("version", s.Text(6)),
            ("serial", s.Text(7)),
            ("uuid", Uuid(s)),
            ("sku", s.Text(0x19)),
            ("family", s.Text(0x1A)))),
        2 => (2, true, Part(
            "baseBoard",
            ("manufacturer", s.Text(4)),
            ("product", s.Text(5)),
            ("version", s.Text(6)),
            ("serial", s.Text(7)),
            ("asset", s.Text(8)),
            ("location", s.Text(0x0A)))),
        3 => (3, false, Part(
            "chassis",
            ("manufacturer", s.Text(4)),
            ("version", s.Text(6)),
            ("serial", s.Text(7)),
            ("asset", s.Text(8)),
            ("sku", s.Length > 0x15 ? s.Text(0x15 + (s.Byte(0x13) * s.Byte(0x14))) : null))),
        4 when (s.Byte(0x18) & 0x40) != 0 => (4, true, Processor(s)),
        17 when s.Word(0x0C) != 0 => (5, true, MemoryDevice(s)),
        11 => (6, false, new SystemPart("oemStrings", [.. s.Strings.Select(static t => new SystemEntry(null, t))])),
        _ => null,
    };

    private static SystemPart Processor(SmbiosStructure s) => Part(
        "processor",
        ("socket_destination", s.Text(4)),
        ("type", Name(s.Byte(5), 1, "Other", "Unknown", "Central Processor", "Math Processor", "DSP Processor",
            "Video Processor")),
        ("family", SmbiosNames.ProcessorFamily(s.Byte(6) == 0xFE ? s.Word(0x28) : s.Byte(6))),
        ("manufacturer", s.Text(7)),
        ("signature", Signature(s)),
        ("version", s.Text(0x10)),
        ("external_clock", MegaHertz(s.Word(0x12))),
        ("max_speed", MegaHertz(s.Word(0x14))),
        ("status", Status(s.Byte(0x18))),
        ("serial_number", s.Text(0x20)),
        ("part_number", s.Text(0x22)));

    private static SystemPart MemoryDevice(SmbiosStructure s) => Part(
        "memory_device",
        ("size", MemorySize(s)),
        ("form_factor", SmbiosNames.FormFactor(s.Byte(0x0E))),
        ("locator", s.Text(0x10)),
        ("bank_locator", s.Text(0x11)),
        ("type", SmbiosNames.MemoryType(s.Byte(0x12))),
        ("type_detail", SmbiosNames.MemoryTypeDetail(s.Word(0x13))),
        ("speed", s.Word(0x15) == 0 ? "Unknown" : Invariant($"{s.Word(0x15)} MT/s")),
        ("manufacturer", s.Text(0x17)),
        ("serial_number", s.Text(0x18)),
        ("part_number", s.Text(0x1A)));

    private static SystemPart Part(string element, params ReadOnlySpan<(string Name, string? Value)> fields)
    {
        var entries = new List<SystemEntry>();
        foreach (var (name, value) in fields)
        {
            var text = value?.Trim();
            if (!string.IsNullOrEmpty(text))
            {
                entries.Add(new SystemEntry(name, text));
            }
        }

        return new SystemPart(element, entries);
    }

    private static string? Release(SmbiosStructure s) =>
        s.Length < 0x16 || s.Byte(0x14) == 0xFF ? null : Invariant($"{s.Byte(0x14)}.{s.Byte(0x15)}");

    private static string? Uuid(SmbiosStructure s)
    {
        var bytes = s.Bytes(8, 16);
        return bytes.Length < 16 || bytes.IndexOfAnyExcept((byte)0) < 0 || bytes.IndexOfAnyExcept((byte)0xFF) < 0
            ? null
            : new Guid(bytes).ToString("D");
    }

    private static string Signature(SmbiosStructure s)
    {
        var eax = s.Long(8);
        var family = ((eax >> 8) & 0xF) == 0xF ? 0xF + ((eax >> 20) & 0xFF) : (eax >> 8) & 0xF;
        var model = ((eax >> 12) & 0xF0) | ((eax >> 4) & 0xF);
        return Invariant($"Family {family}, Model {model}, Stepping {eax & 0xF}");
    }

    private static string Status(byte status) =>
        "Populated, " + (Name((byte)(status & 7), 0, "Unknown", "Enabled", "Disabled By User", "Disabled By BIOS",
            "Idle") ?? "Other");

    private static string MegaHertz(ushort speed) => speed == 0 ? "Unknown" : Invariant($"{speed} MHz");

    private static string MemorySize(SmbiosStructure s)
    {
        var size = s.Word(0x0C);
        if (size == 0xFFFF)
        {
            return "Unknown";
        }

        var kib = size == 0x7FFF ? (ulong)(s.Long(0x1C) & 0x7FFFFFFF) * 1024
            : (size & 0x8000) != 0 ? (ulong)(size & 0x7FFF)
            : (ulong)size * 1024;
        return kib % (1 << 20) == 0 ? Invariant($"{kib >> 20} GB")
            : kib % (1 << 10) == 0 ? Invariant($"{kib >> 10} MB")
            : Invariant($"{kib} kB");
    }

    private static string? Name(byte value, byte first, params ReadOnlySpan<string> names) =>
        value >= first && value - first < names.Length ? names[value - first] : null;

    private static string Invariant(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
