using Lodge.Daemon.Domains;
using Lodge.Daemon.Filters;
using Lodge.Daemon.Server;
using Lodge.Model.Nwfilter;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>Packet filters on ports.</summary>
/// <param name="driver">Has them.</param>
internal sealed class NwfilterBindingProcedures(FilterDriver driver) : INwfilterBindingProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask<NwfilterBindingLookupByPortDevRet> NwfilterBindingLookupByPortDevAsync(
        ClientCall call, NwfilterBindingLookupByPortDevArgs args) =>
        new(new NwfilterBindingLookupByPortDevRet { Nwfilter = driver.FindBinding(args.Name).Wire });

    /// <inheritdoc/>
    public async ValueTask<NwfilterBindingCreateXmlRet> NwfilterBindingCreateXmlAsync(
        ClientCall call, NwfilterBindingCreateXmlArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirNWFilterBindingCreateFlags.VIR_NWFILTER_BINDING_CREATE_VALIDATE,
                "nwfilterBindingCreateXML");
        SchemaCheck.WhereAsked(
            args.Flags, VirNWFilterBindingCreateFlags.VIR_NWFILTER_BINDING_CREATE_VALIDATE, SchemaKind.NwfilterBinding,
            args.Xml);
        return new()
        {
            Nwfilter = (await driver.BindAsync(FilterBinding.Parse(args.Xml), call.CancellationToken)).Wire,
        };
    }

    /// <inheritdoc/>
    public async ValueTask NwfilterBindingDeleteAsync(ClientCall call, NwfilterBindingDeleteArgs args) =>
        await driver.UnbindAsync(args.Nwfilter.Portdev);

    /// <inheritdoc/>
    public ValueTask<NwfilterBindingGetXmlDescRet> NwfilterBindingGetXmlDescAsync(
        ClientCall call, NwfilterBindingGetXmlDescArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "nwfilterBindingGetXMLDesc");
        return new(new NwfilterBindingGetXmlDescRet { Xml = driver.DescribeBinding(args.Nwfilter.Portdev) });
    }
}
