using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of commands about kinds of disks and their drivers.</summary>
internal static class DeviceRules
{
    public static string RaidName(CommandUse use) =>
        string.Join(' ', [use.Text("--name")!.Split('/')[^1], .. use.All("--dev")]);

    public static string NvdimmName(CommandUse use) =>
        $"{use.OneOperand("action")} {use.Text("--namespace")} {use.Text("--blockdevs")}";

    public static string ZfcpName(CommandUse use) =>
        $"{use.Text("--devnum")} {use.Text("--wwpn")} {use.Text("--fcplun")}";

    public static void Device(CommandUse use)
    {
        if (use.More.Count != 1 || use.More[0].StartsWith('-'))
            CommandUse.Refuse("device needs the name of one module");
    }

    public static void DriverDisk(CommandUse use)
    {
        var count = use.Operand("partition").Count + (use.IsSet("--source") ? 1 : 0)
            + (use.IsSet("--biospart") ? 1 : 0);
        if (count != 1) CommandUse.Refuse("driverdisk needs just one of a partition, --source and --biospart");
    }

    public static void Nvdimm(CommandUse use)
    {
        use.NotBoth("--namespace", "--blockdevs");
        if (use.OneOperand("action") == "use")
        {
            if (!use.IsSet("--namespace") && !use.IsSet("--blockdevs"))
                CommandUse.Refuse("nvdimm use needs --namespace or --blockdevs");
            return;
        }

        if (!use.IsSet("--namespace")) CommandUse.Refuse("nvdimm reconfigure needs --namespace");
        if (!use.IsSet("--sectorsize")) CommandUse.Refuse("nvdimm reconfigure needs --sectorsize");
    }

    public static void Zfcp(CommandUse use)
    {
        if (!(Rhel(9) | Fedora(37)).Has(use.Version)) return;
        if (!use.IsSet("--devnum") || use.IsSet("--wwpn") != use.IsSet("--fcplun"))
            CommandUse.Refuse("zfcp needs --devnum, and --wwpn and --fcplun either both or not at all");
    }
}
