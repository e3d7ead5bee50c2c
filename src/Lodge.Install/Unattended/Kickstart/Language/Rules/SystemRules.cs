using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of commands about the system and its installation.</summary>
internal static class SystemRules
{
    public static void Bootloader(CommandUse use)
    {
        if (use.Text("--boot-drive")?.Contains(',', StringComparison.Ordinal) ?? false)
            CommandUse.Refuse("--boot-drive takes one disk");
        use.NotBoth("--sdboot", "--extlinux");
    }

    public static void Rescue(CommandUse use) => use.NotBoth("--nomount", "--romount");

    public static void Keyboard(CommandUse use)
    {
        var count = use.Operand("kbd").Count;
        if (count > 1) CommandUse.Refuse("keyboard takes one layout");
        if (count == 0 && !use.IsSet("--vckeymap") && !use.IsSet("--xlayouts"))
            CommandUse.Refuse("keyboard needs a layout, --vckeymap or --xlayouts");
    }

    public static void TimeZone(CommandUse use)
    {
        if (use.Words.Count == 0) CommandUse.Refuse("timezone needs the name of a time zone");
        if (use.Operand("timezone").Count > 1) CommandUse.Refuse("timezone takes one time zone");
        use.NotBoth("--ntpservers", "--nontp");
    }

    public static void TimeSource(CommandUse use) =>
        SourceRules.OneOf(use, true, "--ntp-server", "--ntp-pool", "--ntp-disable");

    public static void Services(CommandUse use)
    {
        if (!use.IsSet("--enabled") && !use.IsSet("--disabled"))
            CommandUse.Refuse("services needs --enabled or --disabled");
    }

    public static void Eula(CommandUse use)
    {
        if (!use.Has("--agreed")) CommandUse.Refuse("eula needs --agreed");
    }

    public static void Logging(CommandUse use)
    {
        if (use.IsSet("--port") && !use.IsSet("--host")) CommandUse.Refuse("--port needs --host");
    }

    public static void Rhsm(CommandUse use)
    {
        if (use.All("--activation-key").Contains("")) CommandUse.Refuse("an activation key cannot be empty");
    }

    public static void Key(CommandUse use)
    {
        if (!use.Has("--skip") && (use.More.Count != 1 || use.More[0].StartsWith('-')))
            CommandUse.Refuse("key needs a key or --skip");
    }

    public static void DisplayMode(CommandUse use)
    {
        if (use.Name == "cmdline" && Rhel(8).Has(use.Version) | Fedora().Has(use.Version)
            && use.Has("--non-interactive"))
        {
            CommandUse.Refuse("cmdline never asks: it does not take --non-interactive");
        }
    }
}
