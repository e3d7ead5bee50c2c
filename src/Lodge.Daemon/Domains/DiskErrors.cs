using Lodge.Protocol.Constants;

namespace Lodge.Daemon.Domains;

/// <summary>Which disks of a guest failed, for <c>virDomainGetDiskErrors</c>.</summary>
internal sealed class DiskErrors
{
    private readonly Lock _lock = new();
    private readonly Dictionary<string, VirDomainDiskErrorCode> _errors = new(StringComparer.Ordinal);

    /// <summary>Notes that a disk failed.</summary>
    /// <param name="target">The disk's target, for example <c>vda</c>.</param>
    /// <param name="isNoSpace">Whether the host ran out of space.</param>
    public void Add(string target, bool isNoSpace)
    {
        lock (_lock)
        {
            _errors[target] = isNoSpace
                ? VirDomainDiskErrorCode.VIR_DOMAIN_DISK_ERROR_NO_SPACE
                : VirDomainDiskErrorCode.VIR_DOMAIN_DISK_ERROR_UNSPEC;
        }
    }

    /// <summary>Forgets all: the guest runs again and will fail again if nothing was mended.</summary>
    public void Clear()
    {
        lock (_lock)
            _errors.Clear();
    }

    /// <summary>The disks that failed.</summary>
    public KeyValuePair<string, VirDomainDiskErrorCode>[] ToArray()
    {
        lock (_lock)
            return [.. _errors];
    }
}
