using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>Files and texts that the guest's firmware finds (<c>fw_cfg</c>).</summary>
internal static class FirmwareFiles
{
    public static void Add(CommandLineWriter writer)
    {
        var entries = writer.Definition.SystemInfo
            .Where(info => info.Type == SysinfoType.Fwcfg)
            .SelectMany(info => info.FirmwareEntries);
        foreach (var entry in entries)
        {
            writer.Command.Add("-fw_cfg", new OptionString()
                .Add("name", entry.Name)
                .Add(entry.Value is null ? "file" : "string", entry.Value ?? entry.File));
        }
    }
}
