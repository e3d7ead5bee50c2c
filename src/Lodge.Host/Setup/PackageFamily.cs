using Lodge.Host.Facts;

namespace Lodge.Host.Setup;

/// <summary>How a distribution names and installs what guests need.</summary>
/// <param name="Installer">The program that installs, with its first arguments.</param>
/// <param name="Remover">The same for removing.</param>
/// <param name="Query">The program that tells whether a package is installed, with its first arguments.</param>
/// <param name="Packages">What is needed, each with its name here.</param>
public sealed record PackageFamily(
    SetupCommand Installer, SetupCommand Remover, SetupCommand Query, IReadOnlyList<string> Packages)
{
    private const string Release = "/etc/os-release";

    private static readonly PackageFamily Debian = new(
        SetupCommand.Of("apt-get", "install", "-y", "-q", "--no-install-recommends"),
        SetupCommand.Of("apt-get", "remove", "-y", "-q"),
        SetupCommand.Of("dpkg-query", "-W", "-f", "${db:Status-Status}"),
        [
            "qemu-system-x86", "qemu-utils", "dnsmasq-base", "nftables", "iproute2", "swtpm", "swtpm-tools", "ovmf",
            "xorriso", "acl",
        ]);

    private static readonly PackageFamily RedHat = new(
        SetupCommand.Of("dnf", "install", "-y", "-q"),
        SetupCommand.Of("dnf", "remove", "-y", "-q", "--noautoremove"),
        SetupCommand.Of("rpm", "-q", "--whatprovides"),
        [
            "qemu-kvm", "qemu-img", "dnsmasq", "nftables", "iproute", "swtpm", "swtpm-tools", "edk2-ovmf", "xorriso",
            "acl", "policycoreutils-python-utils",
        ]);

    /// <summary>The family of a host; null where it is of none that is known.</summary>
    /// <param name="files">The host's files.</param>
    public static PackageFamily? Of(HostFiles files)
    {
        ArgumentNullException.ThrowIfNull(files);
        var names = files.Lines(Release)
            .Where(static line => line.StartsWith("ID=", StringComparison.Ordinal)
                || line.StartsWith("ID_LIKE=", StringComparison.Ordinal))
            .SelectMany(static line => line[(line.IndexOf('=') + 1)..].Trim('"', '\'').Split(' '))
            .ToHashSet(StringComparer.Ordinal);
        return names switch
        {
            _ when names.Overlaps(["debian", "ubuntu"]) => Debian,
            _ when names.Overlaps(["rhel", "fedora", "centos"]) => RedHat,
            _ => null,
        };
    }
}
