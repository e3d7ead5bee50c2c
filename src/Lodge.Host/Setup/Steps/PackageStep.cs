using Lodge.Protocol.Errors;

namespace Lodge.Host.Setup.Steps;

/// <summary>The programs that run guests and their networks, from the distribution.</summary>
internal sealed class PackageStep : ISetupStep
{
    private const string Installed = "installed";

    public string Name => "packages";

    public async Task<IReadOnlyList<SetupChange>> FindAsync(SetupHost host, CancellationToken cancellation)
    {
        var family = PackageFamily.Of(host.Files) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_NO_SUPPORT,
            VirErrorDomain.VIR_FROM_NONE,
            "/etc/os-release names no distribution of the Debian or Red Hat families; install QEMU, qemu-img, dnsmasq "
                + "and nftables by its own tools");
        var missing = new List<string>();
        foreach (var package in family.Packages)
        {
            if (!await IsInstalledAsync(host, family, package, cancellation))
            {
                missing.Add(package);
            }
        }

        return missing.Count == 0
            ? []
            :
            [
                new SetupChange(
                    $"install {string.Join(", ", missing)}",
                    [With(family.Installer, missing)],
                    [With(family.Remover, missing)]),
            ];
    }

    private static async Task<bool> IsInstalledAsync(
        SetupHost host, PackageFamily family, string package, CancellationToken cancellation)
    {
        var outcome = await host.RunAsync(With(family.Query, [package]), cancellation);

        // dpkg knows packages that were removed; rpm tells by its status alone.
        return outcome.IsSuccess && (family.Query.Program == "rpm" || outcome.Output.Trim() == Installed);
    }

    private static SetupCommand With(SetupCommand start, IReadOnlyList<string> packages) =>
        new(start.Program, [.. start.Arguments, .. packages]);
}
