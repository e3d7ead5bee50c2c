using Lodge.Install.Media;
using Lodge.Install.Options;
using Lodge.Install.Unattended;

namespace Lodge.Install.Flow;

/// <summary>Makes what tells an installer what to do (<c>--unattended</c>, <c>--cloud-init</c>).</summary>
internal interface IInstallSeeds
{
    /// <summary>Makes it for a guest.</summary>
    /// <exception cref="InstallFailure">It cannot be made.</exception>
    /// <exception cref="OptionException">The option makes no sense.</exception>
    Task<UnattendedPlan?> PrepareAsync(
        InstallRequest request, GuestPlan plan, InstallSource? source, CancellationToken cancellation);
}
