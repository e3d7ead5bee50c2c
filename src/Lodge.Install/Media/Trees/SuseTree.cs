using System.Globalization;
using Lodge.Install.Os;

namespace Lodge.Install.Media.Trees;

/// <summary>SUSE's trees: a <c>.treeinfo</c>, or a file <c>content</c> before there was one.</summary>
/// <param name="distro">The distribution, and what its short names begin with.</param>
/// <param name="family">What the family in <c>.treeinfo</c> says.</param>
/// <param name="products">What the product in <c>content</c> says.</param>
internal sealed class SuseTree(string distro, string family, params string[] products) : ITreeKind
{
    public static SuseTree Server { get; } =
        new("sles", "SUSE Linux Enterprise", "SUSE Linux Enterprise Serve", "SUSE SLE");

    public static SuseTree Desktop { get; } = new("sled", "SUSE Linux Enterprise", "SUSE Linux Enterprise Deskto");

    public static SuseTree OpenSuse { get; } = new("opensuse", "openSUSE", "openSUSE");

    public string Distro => distro;

    public async Task<FoundTree?> FindAsync(TreeProbe probe, CancellationToken cancellation)
    {
        if (await probe.TreeInfoAsync(cancellation) is { } info
            && info.Family?.Contains(family, StringComparison.Ordinal) == true)
        {
            return new FoundTree
            {
                Os = FindByTreeInfo(probe.Database, info) ?? FindByAddress(probe),
                Kernels = await probe.TreeInfoKernelsAsync(cancellation),
            };
        }

        if (await probe.TextAsync("content", cancellation) is not { } text) return null;
        var content = new SuseContent(text);
        if (content.Product is not { } product
            || !products.Any(word => product.Contains(word, StringComparison.Ordinal)))
        {
            return null;
        }

        var os = FindByAddress(probe) ?? FindByContent(probe.Database, content);
        return new FoundTree { Os = os, Kernels = [.. Kernels(probe, content.Architecture ?? "i386", os)] };
    }

    private GuestOs? FindByTreeInfo(OsDatabase database, TreeInfo info)
    {
        if (info.Name is null || info.Version is null) return null;
        if (info.Name.Contains("openSUSE Tumbleweed", StringComparison.Ordinal))
            return database.FindByShortId("opensusetumbleweed");
        var (version, update) = TreeVersion.Split(info.Version);
        for (var at = update; at >= 0; at--)
        {
            // The first release of an enterprise version is without a zero.
            var pack = at == 0 && distro.StartsWith("sle", StringComparison.Ordinal) ? "" : $".{at}";
            if (database.FindByShortId($"{distro}{version}{pack}") is { } os) return os;
            if (distro.StartsWith("sle", StringComparison.Ordinal) && at > 0
                && database.FindByShortId($"{distro}{version}sp{at}") is { } servicePack)
            {
                return servicePack;
            }
        }

        return null;
    }

    private static GuestOs? FindByAddress(TreeProbe probe) =>
        probe.Location.Contains("suse", StringComparison.OrdinalIgnoreCase)
            ? probe.Database.All
                .Where(os => os.ShortId.StartsWith("opensuse", StringComparison.Ordinal) && os.ShortId.Length > 8)
                .FirstOrDefault(os => probe.Location.Contains($"/{os.ShortId[8..]}/", StringComparison.Ordinal))
            : null;

    private GuestOs? FindByContent(OsDatabase database, SuseContent content)
    {
        if (content.Version is not { } text) return null;
        if (!distro.StartsWith("sle", StringComparison.Ordinal)) return database.FindByShortId(distro + text);
        var parts = text.Split('.', 2);
        return database.FindByShortId(
            string.Create(CultureInfo.InvariantCulture, $"{distro}{parts[0].Trim()}")
            + (parts.Length > 1 ? $"sp{parts[1].Trim()}" : ""));
    }

    private static IEnumerable<KernelPaths> Kernels(TreeProbe probe, string architecture, GuestOs? os)
    {
        var boot = $"boot/{architecture}";
        if (probe.Options.IsXen) yield return new KernelPaths($"{boot}/vmlinuz-xen", $"{boot}/initrd-xen");
        if (os?.ShortId.StartsWith("sles11", StringComparison.Ordinal) == true
            || os?.ShortId.StartsWith("sled11", StringComparison.Ordinal) == true)
        {
            if (architecture == "s390x") yield return new KernelPaths("boot/s390x/vmrdr.ikr", "boot/s390x/initrd");
            if (architecture == "ppc64") yield return new KernelPaths("suseboot/linux64", "suseboot/initrd64");
        }

        var wide = architecture == "x86_64" ? "64" : "";
        yield return new KernelPaths($"{boot}/linux", $"{boot}/initrd");
        yield return new KernelPaths($"boot/loader/linux{wide}", $"boot/loader/initrd{wide}");
        yield return new KernelPaths($"{boot}/loader/linux", $"{boot}/loader/initrd");
    }
}
