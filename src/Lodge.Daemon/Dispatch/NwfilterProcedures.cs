using Lodge.Daemon.Domains;
using Lodge.Daemon.Filters;
using Lodge.Daemon.Server;
using Lodge.Model.Nwfilter;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Packet filters: making, reading and forgetting them.</summary>
/// <param name="driver">Has them.</param>
internal sealed class NwfilterProcedures(FilterDriver driver) : INwfilterProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<NwfilterLookupByNameRet> NwfilterLookupByNameAsync(ClientCall call,
        NwfilterLookupByNameArgs args) =>
        new(new NwfilterLookupByNameRet { Nwfilter = driver.Find(args.Name).Wire });

    /// <inheritdoc/>
    public ValueTask<NwfilterLookupByUuidRet> NwfilterLookupByUuidAsync(ClientCall call,
        NwfilterLookupByUuidArgs args) =>
        new(new NwfilterLookupByUuidRet { Nwfilter = driver.Find(args.Uuid).Wire });

    /// <inheritdoc/>
    public async ValueTask<NwfilterDefineXmlRet> NwfilterDefineXmlAsync(ClientCall call, NwfilterDefineXmlArgs args) =>
        new()
    {
        Nwfilter = (await driver.DefineAsync(NetworkFilter.Parse(args.Xml), call.CancellationToken)).Wire,
    };

    /// <inheritdoc/>
    public async ValueTask<NwfilterDefineXmlFlagsRet> NwfilterDefineXmlFlagsAsync(
        ClientCall call, NwfilterDefineXmlFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, (uint)VirNWFilterDefineFlags.VIR_NWFILTER_DEFINE_VALIDATE, "nwfilterDefineXMLFlags");
        SchemaCheck.WhereAsked(
            args.Flags, VirNWFilterDefineFlags.VIR_NWFILTER_DEFINE_VALIDATE, SchemaKind.Nwfilter, args.Xml);
        return new()
        {
            Nwfilter = (await driver.DefineAsync(NetworkFilter.Parse(args.Xml), call.CancellationToken)).Wire,
        };
    }

    /// <inheritdoc/>
    public async ValueTask NwfilterUndefineAsync(ClientCall call, NwfilterUndefineArgs args) =>
        await driver.UndefineAsync(args.Nwfilter.Uuid, call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask<NwfilterGetXmlDescRet> NwfilterGetXmlDescAsync(ClientCall call, NwfilterGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nwfilterGetXMLDesc");
        return new(new NwfilterGetXmlDescRet { Xml = driver.Find(args.Nwfilter.Uuid).Xml });
    }
}
