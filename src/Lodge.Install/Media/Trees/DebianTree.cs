using Lodge.Install.Os;

namespace Lodge.Install.Media.Trees;

/// <summary>
/// Debian and Ubuntu: a <c>MANIFEST</c> on a mirror, <c>.disk/info</c> on a medium or where one is served.
/// </summary>
/// <param name="name">The distribution.</param>
internal sealed class DebianTree(string name) : ITreeKind
{
    private static readonly (string File, string Images)[] Mirrors =
    [
        ("current/images/MANIFEST", "current/images"),
        ("current/legacy-images/MANIFEST", "current/legacy-images"),
        ("daily/MANIFEST", "daily"),
    ];

    public static DebianTree Debian { get; } = new("debian");

    public static DebianTree Ubuntu { get; } = new("ubuntu");

    public string Distro => name;

    private bool IsUbuntu => name == "ubuntu";

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        foreach (var (file, images) in Mirrors)
        {
            if (await IsManifestAsync(probe, file, cancellation)) return Mirror(probe, images);
        }

        if (await probe.TextAsync(".disk/info", cancellation) is not { } info
            || !info.StartsWith(IsUbuntu ? "Ubuntu" : "Debian", StringComparison.Ordinal))
        {
            return null;
        }

        return probe.Medium is null
            ? Mirror(probe, "install")
            : new FoundTree { Os = FindByAddress(probe), Kernels = [OnMedium(probe.Options.Architecture)] };
    }

    private async Task<bool> IsManifestAsync(TreeProbe probe, string file, CancellationToken cancellation) =>
        await probe.SaysAsync(file, cancellation, "ubuntu", "Ubuntu")
            ? IsUbuntu
            : await probe.SaysAsync(file, cancellation, "debian", "Debian") && !IsUbuntu;

    private FoundTree Mirror(TreeProbe probe, string images)
    {
        var architecture = Architecture(probe.Location);
        var kernels = new List<KernelPaths>();
        if (probe.Options.IsXen)
            kernels.Add(new KernelPaths($"{images}/netboot/xen/vmlinuz", $"{images}/netboot/xen/initrd.gz"));
        var folder = $"{images}/netboot/{name}-installer/{architecture}";
        kernels.Add(architecture switch
        {
            "s390x" => new KernelPaths($"{images}/generic/kernel.{name}", $"{images}/generic/initrd.{name}"),
            "ppc64el" => new KernelPaths($"{folder}/vmlinux", $"{folder}/initrd.gz"),
            _ => new KernelPaths($"{folder}/linux", $"{folder}/initrd.gz"),
        });
        return new FoundTree
        {
            Os = images == "daily" ? probe.Database.FindByShortId("debiantesting") : FindByAddress(probe),
            Kernels = kernels,
        };
    }

    private KernelPaths OnMedium(string architecture) => (IsUbuntu, architecture) switch
    {
        (true, "s390x") => new KernelPaths("boot/kernel.ubuntu", "boot/initrd.ubuntu"),
        (true, _) => new KernelPaths("install/vmlinuz", "install/initrd.gz"),
        (false, "x86_64") => new KernelPaths("install.amd/vmlinuz", "install.amd/initrd.gz"),
        (false, "i686") => new KernelPaths("install.386/vmlinuz", "install.386/initrd.gz"),
        (false, "aarch64") => new KernelPaths("install.a64/vmlinuz", "install.a64/initrd.gz"),
        (false, "ppc64le") => new KernelPaths("install/vmlinux", "install/initrd.gz"),
        (false, "s390x") => new KernelPaths("boot/linux_vm", "boot/root.bin"),
        _ => new KernelPaths("install/vmlinuz", "install/initrd.gz"),
    };

    /// <summary>The architecture that an address speaks of, in Debian's words.</summary>
    private static string Architecture(string location)
    {
        foreach (var mark in (ReadOnlySpan<string>)["/installer-", "/daily-images/"])
        {
            var at = location.LastIndexOf(mark, StringComparison.Ordinal);
            if (at < 0) continue;
            var rest = location[(at + mark.Length)..].TrimEnd('/');
            if (rest.Length > 0 && rest.All(letter => char.IsAsciiLetterOrDigit(letter) || letter == '_')) return rest;
        }

        return location.Contains("i386", StringComparison.Ordinal) ? "i386"
            : location.Contains("amd64", StringComparison.Ordinal) ? "amd64"
            : location.Contains("x86_64", StringComparison.Ordinal) ? "amd64"
            : location.Contains("arm64", StringComparison.Ordinal) ? "arm64"
            : "i386";
    }

    /// <summary>The release whose name is a folder of the address (<c>…/dists/bookworm/…</c>).</summary>
    private GuestOs? FindByAddress(TreeProbe probe) => probe.Database.All
        .Where(os => os.ShortId.StartsWith(name, StringComparison.Ordinal))
        .FirstOrDefault(os => Codename(os) is { } codename
            && probe.Location.Contains($"/{codename}/", StringComparison.Ordinal));

    /// <summary>The first word of <c>Warty Warthog</c>, the second of <c>Debian Sarge</c>.</summary>
    private static string? Codename(GuestOs os) =>
        os.Codename is { } codename ? codename.Split(' ')[0].ToLowerInvariant()
        : os.Name.Split(' ') is [_, var second, ..] ? second.ToLowerInvariant()
        : null;
}
