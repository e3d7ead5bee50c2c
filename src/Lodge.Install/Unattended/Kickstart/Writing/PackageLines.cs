using System.Text;
using Lodge.Install.Options;

namespace Lodge.Install.Unattended.Kickstart.Writing;

/// <summary>What of a distribution a machine gets for its role.</summary>
/// <remarks>Source: the comps files of RHEL 6 to 10 and of Fedora.</remarks>
internal static class PackageLines
{
    private static readonly string[] HostPrograms =
        ["qemu-kvm", "qemu-img", "dnsmasq", "nftables", "iproute", "swtpm", "edk2-ovmf", "xorriso", "libxslt"];

    /// <summary>The section of packages.</summary>
    /// <exception cref="OptionException">A name cannot be one of a package.</exception>
    public static void Write(StringBuilder text, KickstartDraft draft)
    {
        text.Append("%packages\n");
        foreach (var package in OfRole(draft).Concat(draft.Packages))
        {
            if (package.Length == 0 || package.Any(static letter => char.IsControl(letter) || letter == '#')
                || package[0] == '%')
            {
                throw new OptionException($"'{package}' cannot be the name of a package");
            }

            text.Append(package).Append('\n');
        }

        text.Append("%end\n");
    }

    /// <summary>The services that go with the role.</summary>
    public static IEnumerable<string> Services(KickstartDraft draft) => draft.Role switch
    {
        MachineRole.LodgeHost => ["lodged"],
        MachineRole.VirtualHost => ["libvirtd"],
        _ => [],
    };

    private static IEnumerable<string> OfRole(KickstartDraft draft)
    {
        string[] more = draft.Role switch
        {
            MachineRole.VirtualHost => VirtualHost(draft.Version),
            MachineRole.LodgeHost when draft.Version is { IsRhel: true, Number: <= 7 } =>
                throw new OptionException($"Lodge does not run on {draft.Version}: RHEL 8 is the first"),
            MachineRole.LodgeHost => ["lodge", .. HostPrograms],
            _ => [],
        };
        return ["@core", .. more];
    }

    private static string[] VirtualHost(KickstartVersion version) => version switch
    {
        { IsRhel: true, Number: 6 } =>
            ["@virtualization", "@virtualization-client", "@virtualization-platform", "@virtualization-tools"],
        { IsRhel: true } =>
            ["@^virtualization-host-environment", "@virtualization-hypervisor", "@virtualization-tools"],
        _ => ["@virtualization", "@virtualization-headless"],
    };
}
