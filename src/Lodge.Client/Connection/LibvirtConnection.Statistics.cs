using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>The host at a glance, and the counters of many guests at once.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Asks for processors and memory of the host. (<c>virNodeGetInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeInfo> GetNodeInfoAsync(CancellationToken cancellationToken = default)
    {
        var info = await Rpc.NodeGetInfoAsync(cancellationToken).ConfigureAwait(false);
        return new(
            WireText.Of(info.Model), info.Memory, info.Cpus, info.Mhz, info.Nodes, info.Sockets, info.Cores,
            info.Threads);
    }

    /// <summary>Asks how the host confines guests. (<c>virNodeGetSecurityModel</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<SecurityModel> GetNodeSecurityModelAsync(CancellationToken cancellationToken = default)
    {
        var model = await Rpc.NodeGetSecurityModelAsync(cancellationToken).ConfigureAwait(false);
        return new(WireText.Of(model.Model), WireText.Of(model.Doi));
    }

    /// <summary>Asks for the counters of all guests. (<c>virConnectGetAllDomainStats</c>)</summary>
    /// <param name="statistics">Which groups of counters; 0 for all that there are.</param>
    /// <param name="flags">Which guests.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<IReadOnlyList<DomainStats>> GetAllDomainStatsAsync(
        VirDomainStatsTypes statistics = 0,
        VirConnectGetAllDomainStatsFlags flags = 0,
        CancellationToken cancellationToken = default) => StatsAsync([], statistics, flags, cancellationToken);

    /// <summary>Asks for the counters of some guests. (<c>virDomainListGetStats</c>)</summary>
    /// <param name="domains">The guests, at least one.</param>
    /// <param name="statistics">Which groups of counters; 0 for all that there are.</param>
    /// <param name="flags">How to ask.</param>
    /// <param name="cancellationToken">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<IReadOnlyList<DomainStats>> DomainListGetStatsAsync(
        IReadOnlyList<Domain> domains,
        VirDomainStatsTypes statistics = 0,
        VirConnectGetAllDomainStatsFlags flags = 0,
        CancellationToken cancellationToken = default) => domains.Count > 0
        ? StatsAsync(Objects.ToWire(domains), statistics, flags, cancellationToken)
        : throw new VirException(
            VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_DOM,
            "doms array in virDomainListGetStats must contain at least one domain");

    /// <summary>
    /// Asks for the hypervisor's version, as major * 1,000,000 + minor * 1,000 + micro. (<c>virConnectGetVersion</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> GetVersionAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetVersionAsync(cancellationToken).ConfigureAwait(false)).HvVer;

    /// <summary>Makes a guest of a description and hands it open files. (<c>virDomainCreateXMLWithFiles</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection cannot carry files.</exception>
    public async ValueTask<Domain> CreateDomainXmlWithFilesAsync(
        string xml,
        IReadOnlyList<System.Runtime.InteropServices.SafeHandle> files,
        VirDomainCreateFlags flags = 0,
        CancellationToken cancellationToken = default) => new(
        this,
        (await Rpc.DomainCreateXmlWithFilesAsync(
            new() { XmlDesc = xml, Flags = (uint)flags }, new() { Sent = files }, cancellationToken)
                .ConfigureAwait(false)).Dom);

    /// <summary>Finds a device of the host by its name. (<c>virNodeDeviceLookupByName</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<NodeDevice> LookupNodeDeviceByNameAsync(
        string name, CancellationToken cancellationToken = default) =>
        new(this, (await Rpc.NodeDeviceLookupByNameAsync(new() { Name = name }, cancellationToken)
            .ConfigureAwait(false)).Dev);

    private async ValueTask<IReadOnlyList<DomainStats>> StatsAsync(
        RemoteDomain[] domains,
        VirDomainStatsTypes statistics,
        VirConnectGetAllDomainStatsFlags flags,
        CancellationToken cancellationToken)
    {
        var answer = await Rpc.ConnectGetAllDomainStatsAsync(
            new() { Doms = domains, Stats = (uint)statistics, Flags = (uint)flags }, cancellationToken)
                .ConfigureAwait(false);
        return Array.ConvertAll(
            answer.RetStats, record => new DomainStats(new Domain(this, record.Dom), record.Params));
    }
}
