using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Time on the host's CPUs, CPU by CPU.</content>
public sealed partial class Domain
{
    /// <summary>Asks how many CPUs of the host are counted. (<c>virDomainGetCPUStats</c> without parameters)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountCpuStatsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetCpuStatsAsync(new() { Dom = Wire, Flags = TakesStrings },
            cancellationToken).ConfigureAwait(false)).Nparams;

    /// <summary>Asks for the time on some CPUs, or on all together. (<c>virDomainGetCPUStats</c>)</summary>
    /// <param name="startCpu">The first CPU; -1 for all together.</param>
    /// <param name="cpus">How many CPUs; 1 for all together.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <returns>For each CPU its parameters, in nanoseconds; none of a CPU that is off.</returns>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[][]> GetCpuStatsAsync(
        int startCpu, uint cpus, CancellationToken cancellationToken = default)
    {
        var perCpu = (await Rpc.DomainGetCpuStatsAsync(
            new() { Dom = Wire, StartCpu = startCpu, Ncpus = 1, Flags = TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Nparams;
        if (perCpu <= 0)
        {
            return [];
        }

        var answer = await Rpc.DomainGetCpuStatsAsync(
            new() { Dom = Wire, Nparams = (uint)perCpu, StartCpu = startCpu, Ncpus = cpus, Flags = TakesStrings },
            cancellationToken)
            .ConfigureAwait(false);
        return [.. answer.Params.Chunk(answer.Nparams > 0 ? answer.Nparams : perCpu)];
    }
}
