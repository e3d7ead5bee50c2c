using Lodge.Install.Media;
using Lodge.Install.Options;
using Lodge.Install.Unattended;

namespace Lodge.Install.Flow;

/// <summary>Refuses installs that a person does not attend.</summary>
internal sealed class NoSeeds : IInstallSeeds
{
    /// <summary>The one there is.</summary>
    public static NoSeeds Instance { get; } = new();

    /// <inheritdoc/>
    public Task<UnattendedPlan?> PrepareAsync(
        InstallRequest request, GuestPlan plan, InstallSource? source, CancellationToken cancellation)
    {
        var flag = request.CloudInit is null ? "--unattended" : "--cloud-init";
        throw new InstallFailure($"{flag} is not supported here; give the installer its answers with --initrd-inject");
    }
}
