namespace Lodge.Daemon.Domains;

/// <summary>Adds vCPUs to running guests, and takes them away.</summary>
internal static class VcpuChanges
{
    /// <summary>Brings a running guest to so many vCPUs.</summary>
    public static ValueTask SetAsync(LiveDomain live, uint count)
    {
        if (count > live.Facts.MaximumVcpus)
        {
            throw DomainErrors.InvalidArgument(
                $"requested vcpus is greater than max allowable vcpus for the live domain: {count} > {live.Facts.MaximumVcpus}");
        }

        return count == live.Facts.Vcpus
            ? default
            : throw DomainErrors.OperationUnsupported("cannot change vcpu count of this domain");
    }
}
