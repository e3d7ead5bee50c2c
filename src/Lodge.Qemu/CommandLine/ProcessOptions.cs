namespace Lodge.Qemu.CommandLine;

/// <summary>What QEMU is as a process: its name, environment and confinement.</summary>
internal static class ProcessOptions
{
    private static readonly string[] Inherited = ["PATH", "LC_ALL", "LD_PRELOAD", "LD_LIBRARY_PATH", "TMPDIR"];
    private static readonly string[] UserInherited = ["USER", "LOGNAME", "HOME", "DISPLAY", "XAUTHORITY"];

    // Libraries that QEMU is linked to look for a home; it has none but the guest's own folder.
    private static readonly (string Name, string Folder)[] DataFolders =
        [("XDG_DATA_HOME", ".local/share"), ("XDG_CACHE_HOME", ".cache"), ("XDG_CONFIG_HOME", ".config")];

    public static void AddEnvironment(CommandLineWriter writer)
    {
        var library = writer.Context.Directories.Library;
        Inherit(writer, Inherited);
        writer.Command.SetEnvironment("LC_ALL", "C");
        if (!writer.Settings.IsPrivileged)
        {
            Inherit(writer, UserInherited);
            writer.Command.SetEnvironment("XDG_CACHE_HOME", Path.Combine(library, ".cache"));
            return;
        }

        writer.Command.SetEnvironment("HOME", library);
        foreach (var (name, folder) in DataFolders)
        {
            writer.Command.SetEnvironment(name, Path.Combine(library, folder));
        }
    }

    public static void AddName(CommandLineWriter writer)
    {
        var name = writer.Definition.Name;
        writer.Command.Add("-name", new OptionString()
            .Add("guest", name)
            .Add("process", writer.Settings.SetProcessName ? "qemu:" + name : null)
            .Add("debug-threads", true));
    }

    /// <summary>What QEMU does on requests that are going away.</summary>
    public static void AddDeprecation(CommandLineWriter writer)
    {
        var behavior = writer.Definition.QemuExtras?.DeprecationBehavior ?? writer.Settings.DeprecationBehavior;
        var input = behavior switch
        {
            "omit" => null,
            "reject" => "reject",
            "crash" => "crash",
            _ => "",
        };
        if (input is "" || !writer.Capabilities.Has(Probing.QemuCapability.CompatDeprecated)) return;
        writer.Command.Add("-compat", new QemuProperties()
            .Add("deprecated-output", "hide")
            .Add("deprecated-input", input));
    }

    public static void AddSandbox(CommandLineWriter writer)
    {
        if (!writer.Capabilities.Has(Probing.QemuCapability.SeccompSandbox)) return;
        writer.Command.Add("-sandbox", writer.Settings.SeccompSandbox
            ? "on,obsolete=deny,elevateprivileges=deny,spawn=deny,resourcecontrol=deny"
            : "off");
    }

    private static void Inherit(CommandLineWriter writer, string[] names)
    {
        foreach (var name in names)
        {
            if (Environment.GetEnvironmentVariable(name) is { } value) writer.Command.SetEnvironment(name, value);
        }
    }
}
