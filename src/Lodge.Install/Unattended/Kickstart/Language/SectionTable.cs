using static Lodge.Install.Unattended.Kickstart.Language.OptionRule;
using static Lodge.Install.Unattended.Kickstart.Language.VersionSet;

namespace Lodge.Install.Unattended.Kickstart.Language;

/// <summary>The sections of a kickstart, by what stands in their first line.</summary>
internal static class SectionTable
{
    /// <summary>The packages to install.</summary>
    public static readonly CommandRule Packages = new("%packages")
    {
        Options =
        [
            Flag("--default"),
            Flag("--exclude-weakdeps").For(Rhel(9) | Fedora()),
            Flag("--excludeWeakdeps").For(Rhel(8, 9) | Fedora()).Deprecated(Rhel(9, 9) | Fedora()),
            Flag("--excludedocs"),
            Flag("--ignorebroken").For(Fedora()),
            Flag("--ignoremissing"),
            Text("--inst-langs").For(Rhel(9) | Fedora()),
            Text("--instLangs").For(Rhel(6, 9) | Fedora()).Deprecated(Rhel(9, 9) | Fedora()),
            Flag("--multilib").For(Rhel(7) | Fedora()),
            Flag("--nobase").For(Rhel(6, 7)).Deprecated(Rhel(7, 7)),
            Flag("--nocore").For(Rhel(7) | Fedora()),
            Whole("--retries").For(Rhel(7) | Fedora()),
            Whole("--timeout").For(Rhel(7) | Fedora()),
        ],
        Rule = static use =>
        {
            use.NotBoth("--default", "--nobase");
            use.NotBoth("--default", "--nocore");
        },
    };

    /// <summary>A group among the packages: <c>@core --nodefaults</c>.</summary>
    public static readonly CommandRule Group = new("@")
    {
        Options = [Flag("--nodefaults"), Flag("--optional")],
        TakesMore = true,
        Rule = static use => use.NotBoth("--nodefaults", "--optional"),
    };

    /// <summary>A certificate for the installer and the system.</summary>
    public static readonly CommandRule Certificate = new("%certificate")
    {
        Options = [Text("--dir"), Text("--filename").Needed(), Text("--type")],
        Rule = static use =>
        {
            if (!use.IsSet("--dir") && !use.IsSet("--type")) CommandUse.Refuse("%certificate needs --dir or --type");
        },
    };

    private static readonly OptionRule[] ScriptOptions =
        [Flag("--erroronfail"), Text("--interpreter"), Text("--log", "--logfile")];

    private static readonly CommandRule[] All =
    [
        Packages,
        Certificate,
        new("%pre") { Options = ScriptOptions },
        new("%pre-install") { Options = ScriptOptions },
        new("%post") { Options = [.. ScriptOptions, Flag("--nochroot")] },
        new("%onerror") { Options = ScriptOptions },
        new("%traceback") { Options = ScriptOptions, Deprecated = Rhel(9) | Fedora(34) },
        new("%addon") { IsRaw = true },
        new("%anaconda") { IsRaw = true },
    ];

    /// <summary>The section of a name; null where there is none.</summary>
    public static CommandRule? Find(string name) => Array.Find(All, rule => rule.Names[0] == name);
}
