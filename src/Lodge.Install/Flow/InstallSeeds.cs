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
        var medium = source is null && request.Cdrom is { } cdrom && MediaProbe.Read(cdrom) is { } identity
            ? plan.Systems.Identify(identity)?.Media
            : source?.Media;
        var script = new InstallScriptRequest(plan.Os, name, plan.Architecture ?? "")
        {
            Media = medium,
            Tree = source?.Tree,
            Url = source?.Kind == InstallSourceKind.Network ? source.Location : null,
            HasInitrd = source is not null,
        };
        return await InstallScripts.PrepareAsync(
            UnattendedOptions.Parse(unattended), script, report.Warn, cancellation);
    }
}
