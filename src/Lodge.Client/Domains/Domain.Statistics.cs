using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Counters.</content>
public sealed partial class Domain
{
    /// <summary>Asks what a disk has done so far. (<c>virDomainBlockStats</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainBlockStatsRet> BlockStatsAsync(
        string path, CancellationToken cancellationToken = default) =>
        Rpc.DomainBlockStatsAsync(new() { Dom = Wire, Path = path }, cancellationToken);

    /// <summary>Asks what an interface has carried so far. (<c>virDomainInterfaceStats</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainInterfaceStatsRet> InterfaceStatsAsync(
        string device, CancellationToken cancellationToken = default) =>
        Rpc.DomainInterfaceStatsAsync(new() { Dom = Wire, Device = device }, cancellationToken);

    /// <summary>Asks how the guest uses its memory, in KiB. (<c>virDomainMemoryStats</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainMemoryStat[]> MemoryStatsAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainMemoryStatsAsync(
            new()
            {
                Dom = Wire, MaxStats = (uint)VirDomainMemoryStatTags.VIR_DOMAIN_MEMORY_STAT_LAST, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Stats;

    /// <summary>
    /// Asks what a disk has done so far, in all that is counted; an empty path for all disks.
    /// (<c>virDomainBlockStatsFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> BlockStatsFlagsAsync(
        string path, uint flags = 0, CancellationToken cancellationToken = default)
    {
        var count = (await Rpc.DomainBlockStatsFlagsAsync(
            new() { Dom = Wire, Path = path, Nparams = 0, Flags = flags }, cancellationToken)
                .ConfigureAwait(false)).Nparams;
        return count == 0 ? [] : (await Rpc.DomainBlockStatsFlagsAsync(
            new() { Dom = Wire, Path = path, Nparams = count, Flags = flags }, cancellationToken)
                .ConfigureAwait(false)).Params;
    }

    /// <summary>
    /// Asks how long the guest used the host's processors: -1 for all together; 0 parameters to learn how many there
    /// are. (<c>virDomainGetCPUStats</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetCpuStatsAsync(
        uint nparams, int startCpu, uint ncpus, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetCpuStatsAsync(
            new()
            {
                Dom = Wire, Nparams = nparams, StartCpu = startCpu, Ncpus = ncpus, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>
    /// Says how often the guest's memory is asked about, in seconds; 0 for never.
    /// (<c>virDomainSetMemoryStatsPeriod</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetMemoryStatsPeriodAsync(
        int period, VirDomainMemoryModFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetMemoryStatsPeriodAsync(
            new() { Dom = Wire, Period = period, Flags = (uint)flags }, cancellationToken);
}
