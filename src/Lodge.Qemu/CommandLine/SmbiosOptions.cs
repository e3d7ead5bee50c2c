using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>What the guest's SMBIOS tables say.</summary>
internal static class SmbiosOptions
{
    // The parts of the XML, by the number of their table.
    private static readonly (string Table, string Part, string[] Entries)[] Tables =
    [
        ("0", "bios", ["vendor", "version", "date", "release"]),
        ("1", "system", ["manufacturer", "product", "version", "serial", "uuid", "sku", "family"]),
        ("2", "baseBoard", ["manufacturer", "product", "version", "serial", "asset", "location"]),
        ("3", "chassis", ["manufacturer", "version", "serial", "asset", "sku"]),
    ];

    public static void Add(CommandLineWriter writer)
    {
        if (Source(writer) is not { } source) return;

        // Two machines must never claim to be the same one.
        var skipsUuid = writer.Definition.Os.SmbiosMode == SmbiosMode.Host;
        foreach (var (table, name, entries) in Tables)
        {
            var parts = source.Parts.Where(part => part.Name == name).ToList();
            if (name == "baseBoard" && parts.Count > 1)
            {
                throw ConfigurationError.Unsupported(
                    "qemu does not support more than one entry to Type 2 in SMBIOS table");
            }

            foreach (var part in parts)
            {
                writer.Command.Add("-smbios", Table(table, part, entries, skipsUuid));
            }
        }

        if (source.OemStrings.Count > 0) writer.Command.Add("-smbios", Strings(source.OemStrings));
    }

    private static SystemInfo? Source(CommandLineWriter writer) => writer.Definition.Os.SmbiosMode switch
    {
        SmbiosMode.Host => writer.Context.HostSysinfo
            ?? throw ConfigurationError.Unsupported("Host SMBIOS information is not available"),
        SmbiosMode.Sysinfo => writer.Definition.SystemInfo.Find(info => info.Type == SysinfoType.Smbios)
            ?? throw ConfigurationError.Xml($"Domain '{writer.Definition.Name}' sysinfo are not available"),
        _ => null,
    };

    private static OptionString Table(string number, SystemInfoBlock part, string[] entries, bool skipsUuid)
    {
        var option = new OptionString().Add("type", number);
        foreach (var entry in entries)
        {
            var value = part[entry] ?? (NamesMakerAlways(number, entry) ? "" : null);
            if (entry != "uuid" || !skipsUuid) option.Add(entry, value);
        }

        return option;
    }

    // libvirt writes the maker of a board and of a chassis where there is none, too.
    private static bool NamesMakerAlways(string table, string entry) =>
        table is "2" or "3" && entry == "manufacturer";

    private static OptionString Strings(List<string> texts)
    {
        var option = new OptionString().Add("type", "11");
        foreach (var text in texts)
        {
            option.Add("value", text);
        }

        return option;
    }
}
