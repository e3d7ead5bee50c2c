using Lodge.Model.Domain;

namespace Lodge.Qemu.CommandLine;

/// <summary>How the guest boots, beyond the order of its devices.</summary>
internal static class BootOptions
{
    public static void Add(CommandLineWriter writer)
    {
        var os = writer.Definition.Os;
        writer.Command.Add("-boot", new OptionString()
            .Add("menu", os.BootMenu)
            .Add("reboot-timeout", os.RebootTimeout)
            .Add("splash-time", os.BootMenuTimeout)
            .Add("strict", true));
        Add(writer, "-kernel", os.Kernel);
        Add(writer, "-initrd", os.Initrd);
        Add(writer, "-append", os.CommandLine);
        Add(writer, "-dtb", os.DeviceTree);
        if (os.SlicTable is { } table)
        {
            writer.Command.Add("-acpitable", new OptionString().Add("sig", "SLIC").Add("file", table));
        }
    }

    private static void Add(CommandLineWriter writer, string option, string? value)
    {
        if (value is not null) writer.Command.Add(option, value);
    }
}
