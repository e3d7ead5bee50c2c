using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language.Rules;

/// <summary>What holds between the options of commands that say what to install from.</summary>
internal static class SourceRules
{
    public static void HardDrive(CommandUse use)
    {
        // Later versions have --partition alone and need it.
        if (!Rhel(6, 8).Has(use.Version)) return;
        if (use.Text("--biospart") is null == use.Text("--partition") is null)
            CommandUse.Refuse("harddrive needs just one of --biospart and --partition");
    }

    public static void Upgrade(CommandUse use)
    {
        if (use.Text("--root-device") is "") CommandUse.Refuse("--root-device needs a value");
    }

    public static void Url(CommandUse use)
    {
        if (Rhel(6, 6).Has(use.Version)) return;
        OneOf(use, true, "--url", "--mirrorlist", "--metalink");
    }

    public static void Updates(CommandUse use)
    {
        if (use.Operand("updates").Count > 1) CommandUse.Refuse("updates takes one address");
    }

    public static void Repo(CommandUse use) =>
        OneOf(use, Rhel(6, 6).Has(use.Version), "--baseurl", "--mirrorlist", "--metalink");

    public static void OstreeSetup(CommandUse use)
    {
        string[] schemes = ["file:", "http:", "https:"];
        if (!Array.Exists(schemes, scheme => use.Text("--url")!.StartsWith(scheme, StringComparison.Ordinal)))
            CommandUse.Refuse("--url is one of file:, http: or https:");
    }

    /// <summary>Of some options no two may be there, and perhaps one must be.</summary>
    public static void OneOf(CommandUse use, bool isNeeded, params string[] options)
    {
        var known = options.Where(
            option => Array.Exists(use.Rule.Options, rule => rule.Names[0] == option && rule.In.Has(use.Version)));
        var given = known.Count(option => use.Has(option)
            && (Array.Exists(use.Rule.Options, rule => rule.Names[0] == option && rule.Kind == ValueKind.None)
                || use.IsSet(option)));
        if (given > 1) CommandUse.Refuse($"{use.Name} takes just one of {string.Join(", ", known)}");
        if (given == 0 && isNeeded) CommandUse.Refuse($"{use.Name} needs one of {string.Join(", ", known)}");
    }
}
