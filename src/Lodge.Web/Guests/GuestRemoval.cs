using Lodge.Web.Hypervisors;

namespace Lodge.Web.Guests;

/// <summary>Deletes a guest with all that belongs to it.</summary>
public static class GuestRemoval
{
    /// <summary>Stops the guest, forgets it, and deletes the volumes that were named.</summary>
    /// <returns>What could not be deleted, in words; empty where all went well.</returns>
    /// <exception cref="VirException">The guest cannot be stopped or forgotten; no volume is deleted then.</exception>
    public static async Task<string> RunAsync(
        Guest guest, IEnumerable<GuestStorage> storage, CancellationToken cancellation)
    {
        if (guest.IsActive) await guest.Domain.DestroyAsync(cancellation);
        if (guest.IsPersistent) await UndefineAsync(guest, cancellation);
        var faults = new List<string>();
        foreach (var image in storage)
        {
            try
            {
                await image.Volume!.DeleteAsync(cancellationToken: cancellation);
            }
            catch (VirException error)
            {
                faults.Add($"{image.Path}: {error.Message}");
            }
        }

        return string.Join("; ", faults);
    }

    private static async Task UndefineAsync(Guest guest, CancellationToken cancellation)
    {
        const VirDomainUndefineFlagsValues All = VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_MANAGED_SAVE
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_SNAPSHOTS_METADATA
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_CHECKPOINTS_METADATA
            | VirDomainUndefineFlagsValues.VIR_DOMAIN_UNDEFINE_NVRAM;
        try
        {
            await guest.Domain.UndefineFlagsAsync(All, cancellation);
        }
        catch (VirException error) when (error.Code is VirErrorNumber.VIR_ERR_NO_SUPPORT
            or VirErrorNumber.VIR_ERR_INVALID_ARG or VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED)
        {
            // An older hypervisor, or one in memory, knows fewer things that could be left.
            await guest.Domain.UndefineAsync(cancellation);
        }
    }
}
