using Lodge.Install.Flow;
using Lodge.Install.Options;
using Lodge.Install.Options.Methods;

namespace Lodge.Cli.VirtInstall;

/// <summary>Reads what a command line says of the guest.</summary>
internal static class RequestReader
{
    private static readonly (string Flag, string Path)[] s_values =
    [
        ("--name", "name"), ("--uuid", "uuid"), ("--description", "description"), ("--virt-type", "@type"),
        ("--arch", "os/type/@arch"), ("--machine", "os/type/@machine"),
    ];

    private static readonly (string Flag, string Kind)[] s_kinds =
        [("--hvm", "hvm"), ("--paravirt", "xen"), ("--container", "exe")];

    /// <summary>Reads it; older spellings have been turned already.</summary>
    /// <exception cref="OptionException">An option makes no sense.</exception>
    public static InstallRequest Read(ParsedArguments parsed)
    {
        var install = InstallOptions.Parse(parsed["--install"]);
        return new InstallRequest
        {
            Options =
            [
                .. GuestOptions.All.SelectMany(
                    option => parsed.All(option.Flag), (option, text) => (option.Flag, text!)),
            ],
            Edits = [.. parsed.All("--xml").OfType<string>()],
            Values =
            [
                .. s_values.Where(value => !string.IsNullOrEmpty(parsed[value.Flag]))
                    .Select(value => (value.Path, parsed[value.Flag]!)),
                .. s_kinds.Where(kind => parsed.Has(kind.Flag)).Select(kind => ("os/type", kind.Kind)),
            ],
            Reinstalled = parsed["--reinstall"],
            Install = install,
            Location = LocationOptions.Parse(parsed["--location"]),
            Os = OsOptions.Parse(parsed["--os-variant"] ?? install.Os),
            Checks = CheckOptions.Parse(parsed.All("--check").OfType<string>()),
            Cdrom = parsed["--cdrom"],
            IsLiveCd = parsed.Has("--livecd"),
            IsNetworkBoot = parsed.Has("--pxe"),
            IsImport = parsed.Has("--import") || parsed.Has("--print-xml") || parsed.Has("--cloud-init")
                || parsed.Has("--unattended"),
            ExtraArguments = [.. parsed.All("--extra-args").OfType<string>()],
            InjectedFiles = [.. parsed.All("--initrd-inject").OfType<string>()],
            Unattended = Seed(parsed, "--unattended"),
            CloudInit = Seed(parsed, "--cloud-init"),
            IsDry = parsed.Has("--dry-run") || parsed.Has("--print-xml"),
        };
    }

    // Without a text it is what the option means alone; "none" is as if it were not there.
    private static string? Seed(ParsedArguments parsed, string flag) =>
        !parsed.Has(flag) || parsed[flag] == "none" ? null : parsed[flag] ?? "";
}
