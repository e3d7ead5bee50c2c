using Lodge.Install.Media;
using Lodge.Install.Options;
using Lodge.Install.Unattended;
using Lodge.Install.Unattended.CloudInit;
using Lodge.Install.Unattended.Scripts;

namespace Lodge.Install.Flow;

/// <summary>Makes what tells an installer what to do (<c>--unattended</c>, <c>--cloud-init</c>).</summary>
internal static class InstallSeeds
{
    /// <summary>Makes it for a guest; null where a person attends.</summary>
    /// <param name="request">What was asked for.</param>
    /// <param name="plan">The guest.</param>
    /// <param name="source">What it is installed from; null for a CD, or an image that is there.</param>
    /// <param name="report">Hears what was chosen.</param>
    /// <param name="cancellation">Gives up.</param>
    /// <exception cref="OptionException">The option makes no sense, or the system takes no such answers.</exception>
    public static async Task<UnattendedPlan?> PrepareAsync(
        InstallRequest request, GuestPlan plan, InstallSource? source, IInstallReport report,
        CancellationToken cancellation)
    {
        var name = plan.Domain["name"] ?? "";
        if (request.CloudInit is { } text)
        {
            if (text.Length == 0) report.Warn($"Defaulting to --cloud-init {CloudInitOptions.Usual}");
            return CloudInitSeed.Prepare(CloudInitOptions.Parse(text), name);
        }

        if (request.Unattended is not { } unattended) return null;
        var options = UnattendedOptions.Parse(unattended);
        if (options is { Kickstart: null, KickstartWay: null })
            return await AnswerAsync(options, request, plan, source, report, cancellation);
        if (options.Kickstart is { } kickstart) InjectedKickstart.Refuse(kickstart, request, plan.Os, report);
        var seed = KickstartSeed.Prepare(
            options, InjectedKickstart.VersionOf(plan.Os), source is not null || request.Install.Kernel is not null);
        return seed with { KernelArguments = Join(source?.KernelArgument, seed.KernelArguments) };
    }

    private static string? Join(string? one, string? other) =>
        one is null || other is null ? one ?? other : $"{one} {other}";

    private static async Task<UnattendedPlan> AnswerAsync(
        UnattendedOptions options, InstallRequest request, GuestPlan plan, InstallSource? source,
        IInstallReport report, CancellationToken cancellation)
    {
        var medium = source is null && request.Cdrom is { } cdrom && MediaProbe.Read(cdrom) is { } identity
            ? plan.Systems.Identify(identity)?.Media
            : source?.Media;
        var script = new InstallScriptRequest(plan.Os, plan.Domain["name"] ?? "", plan.Architecture ?? "")
        {
            Media = medium,
            Tree = source?.Tree,
            Url = source?.Kind == InstallSourceKind.Network ? source.Location : null,
            HasInitrd = source is not null,
        };
        return await InstallScripts.PrepareAsync(options, script, report.Warn, cancellation);
    }
}
