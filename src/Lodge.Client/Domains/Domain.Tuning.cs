using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Limits and weights.</content>
public sealed partial class Domain
{
    /// <summary>This client understands parameters that are text; without the flag servers leave them out.</summary>
    private const uint TakesStrings = (uint)VirTypedParameterFlags.VIR_TYPED_PARAM_STRING_OKAY;

    /// <summary>Asks how the host shares its processors among guests. (<c>virDomainGetSchedulerType</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetSchedulerTypeRet> GetSchedulerTypeAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainGetSchedulerTypeAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>Asks for the guest's share of the host's processors. (<c>virDomainGetSchedulerParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetSchedulerParametersAsync(
        CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetSchedulerParametersAsync(
            new()
            {
                Dom = Wire, Nparams = RemoteConstants.REMOTE_DOMAIN_SCHEDULER_PARAMETERS_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Changes the guest's share of the host's processors. (<c>virDomainSetSchedulerParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetSchedulerParametersAsync(
        TypedParameter[] parameters, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetSchedulerParametersAsync(new() { Dom = Wire, Params = parameters }, cancellationToken);

    /// <summary>Changes the limits of the guest's memory. (<c>virDomainSetMemoryParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetMemoryParametersAsync(
        TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetMemoryParametersAsync(
            new() { Dom = Wire, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks how many limits of the guest's memory there are. (<c>virDomainGetMemoryParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountMemoryParametersAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetMemoryParametersAsync(
            new() { Dom = Wire, Nparams = 0, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Nparams;

    /// <summary>Asks for the limits of the guest's memory. (<c>virDomainGetMemoryParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetMemoryParametersAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default)
    {
        var count = await CountMemoryParametersAsync(flags, cancellationToken).ConfigureAwait(false);
        return count == 0 ? [] : (await Rpc.DomainGetMemoryParametersAsync(
            new() { Dom = Wire, Nparams = count, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Params;
    }

    /// <summary>Changes the guest's share of the host's disks. (<c>virDomainSetBlkioParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetBlkioParametersAsync(
        TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetBlkioParametersAsync(
            new() { Dom = Wire, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks how many values of the guest's share of the host's disks there are.
    /// (<c>virDomainGetBlkioParameters</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountBlkioParametersAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetBlkioParametersAsync(
            new() { Dom = Wire, Nparams = 0, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Nparams;

    /// <summary>Asks for the guest's share of the host's disks. (<c>virDomainGetBlkioParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetBlkioParametersAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default)
    {
        var count = await CountBlkioParametersAsync(flags, cancellationToken).ConfigureAwait(false);
        return count == 0 ? [] : (await Rpc.DomainGetBlkioParametersAsync(
            new() { Dom = Wire, Nparams = count, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Params;
    }

    /// <summary>
    /// Changes the guest's share of the host's processors, now or at its next start.
    /// (<c>virDomainSetSchedulerParametersFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetSchedulerParametersFlagsAsync(
        TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetSchedulerParametersFlagsAsync(
            new() { Dom = Wire, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks for the guest's share of the host's processors, now or at its next start.
    /// (<c>virDomainGetSchedulerParametersFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetSchedulerParametersFlagsAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetSchedulerParametersFlagsAsync(
            new()
            {
                Dom = Wire, Nparams = RemoteConstants.REMOTE_DOMAIN_SCHEDULER_PARAMETERS_MAX,
                Flags = (uint)flags | TakesStrings,
            },
            cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Changes the limits of a disk. (<c>virDomainSetBlockIoTune</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetBlockIoTuneAsync(
        string disk, TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetBlockIoTuneAsync(
            new() { Dom = Wire, Disk = disk, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks how many limits of a disk there are. (<c>virDomainGetBlockIoTune</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountBlockIoTuneAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetBlockIoTuneAsync(
            new() { Dom = Wire, Nparams = 0, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Nparams;

    /// <summary>Asks for the limits of a disk. (<c>virDomainGetBlockIoTune</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetBlockIoTuneAsync(
        string? disk, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default)
    {
        var count = await CountBlockIoTuneAsync(flags, cancellationToken).ConfigureAwait(false);
        return count == 0 ? [] : (await Rpc.DomainGetBlockIoTuneAsync(
            new() { Dom = Wire, Disk = disk, Nparams = count, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Params;
    }

    /// <summary>
    /// Changes from which cells of the host the guest has its memory. (<c>virDomainSetNumaParameters</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetNumaParametersAsync(
        TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetNumaParametersAsync(
            new() { Dom = Wire, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks how many values of the guest's memory on the host's cells there are.
    /// (<c>virDomainGetNumaParameters</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountNumaParametersAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetNumaParametersAsync(
            new() { Dom = Wire, Nparams = 0, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Nparams;

    /// <summary>
    /// Asks from which cells of the host the guest has its memory. (<c>virDomainGetNumaParameters</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetNumaParametersAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default)
    {
        var count = await CountNumaParametersAsync(flags, cancellationToken).ConfigureAwait(false);
        return count == 0 ? [] : (await Rpc.DomainGetNumaParametersAsync(
            new() { Dom = Wire, Nparams = count, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Params;
    }

    /// <summary>Changes the bandwidth of an interface. (<c>virDomainSetInterfaceParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetInterfaceParametersAsync(
        string device, TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetInterfaceParametersAsync(
            new() { Dom = Wire, Device = device, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks how many bandwidths of an interface there are. (<c>virDomainGetInterfaceParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> CountInterfaceParametersAsync(
        string device, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetInterfaceParametersAsync(
            new() { Dom = Wire, Device = device, Nparams = 0, Flags = (uint)flags | TakesStrings }, cancellationToken)
                .ConfigureAwait(false)).Nparams;

    /// <summary>Asks for the bandwidth of an interface. (<c>virDomainGetInterfaceParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetInterfaceParametersAsync(
        string device, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default)
    {
        var count = await CountInterfaceParametersAsync(device, flags, cancellationToken).ConfigureAwait(false);
        return count == 0 ? [] : (await Rpc.DomainGetInterfaceParametersAsync(
            new() { Dom = Wire, Device = device, Nparams = count, Flags = (uint)flags | TakesStrings },
            cancellationToken).ConfigureAwait(false)).Params;
    }

    /// <summary>Asks which performance events are counted. (<c>virDomainGetPerfEvents</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetPerfEventsAsync(
        VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetPerfEventsAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Changes which performance events are counted. (<c>virDomainSetPerfEvents</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetPerfEventsAsync(
        TypedParameter[] parameters, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetPerfEventsAsync(
            new() { Dom = Wire, Params = parameters, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks for an event when a disk has written beyond a mark, in bytes. (<c>virDomainSetBlockThreshold</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetBlockThresholdAsync(
        string dev, ulong threshold, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetBlockThresholdAsync(
            new() { Dom = Wire, Dev = dev, Threshold = threshold, Flags = flags }, cancellationToken);
}
