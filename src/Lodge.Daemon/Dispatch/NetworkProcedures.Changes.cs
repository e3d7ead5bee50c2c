using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using static Lodge.Protocol.Constants.VirNetworkUpdateFlags;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class NetworkProcedures
{
    /// <inheritdoc/>
    public async ValueTask<NetworkDefineXmlRet> NetworkDefineXmlAsync(ClientCall call, NetworkDefineXmlArgs args) =>
        new() { Net = (await driver.DefineAsync(args.Xml, call.CancellationToken)).Current.Wire };

    /// <inheritdoc/>
    public async ValueTask<NetworkDefineXmlFlagsRet> NetworkDefineXmlFlagsAsync(
        ClientCall call, NetworkDefineXmlFlagsArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirNetworkDefineFlags.VIR_NETWORK_DEFINE_VALIDATE, "networkDefineXMLFlags");
        SchemaCheck.WhereAsked(
            args.Flags, VirNetworkDefineFlags.VIR_NETWORK_DEFINE_VALIDATE, SchemaKind.Network, args.Xml);
        return new() { Net = (await driver.DefineAsync(args.Xml, call.CancellationToken)).Current.Wire };
    }

    /// <inheritdoc/>
    public async ValueTask<NetworkCreateXmlRet> NetworkCreateXmlAsync(ClientCall call, NetworkCreateXmlArgs args) =>
        new() { Net = (await driver.CreateAsync(args.Xml, call.CancellationToken)).Current.Wire };

    /// <inheritdoc/>
    public async ValueTask<NetworkCreateXmlFlagsRet> NetworkCreateXmlFlagsAsync(
        ClientCall call, NetworkCreateXmlFlagsArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)VirNetworkCreateFlags.VIR_NETWORK_CREATE_VALIDATE, "networkCreateXMLFlags");
        SchemaCheck.WhereAsked(
            args.Flags, VirNetworkCreateFlags.VIR_NETWORK_CREATE_VALIDATE, SchemaKind.Network, args.Xml);
        return new() { Net = (await driver.CreateAsync(args.Xml, call.CancellationToken)).Current.Wire };
    }

    /// <inheritdoc/>
    public ValueTask NetworkCreateAsync(ClientCall call, NetworkCreateArgs args) =>
        driver.StartAsync(Find(args.Net), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask NetworkDestroyAsync(ClientCall call, NetworkDestroyArgs args) =>
        driver.StopAsync(Find(args.Net), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask NetworkUndefineAsync(ClientCall call, NetworkUndefineArgs args) =>
        driver.UndefineAsync(Find(args.Net), call.CancellationToken);

    /// <inheritdoc/>
    public ValueTask NetworkUpdateAsync(ClientCall call, NetworkUpdateArgs args)
    {
        FlagCheck.Only(
            args.Flags, (uint)(VIR_NETWORK_UPDATE_AFFECT_LIVE | VIR_NETWORK_UPDATE_AFFECT_CONFIG), "networkUpdate");
        return driver.UpdateAsync(
            Find(args.Net),
            (VirNetworkUpdateCommand)args.Command,
            (VirNetworkUpdateSection)args.Section,
            args.ParentIndex,
            args.Xml,
            (VirNetworkUpdateFlags)args.Flags,
            call.CancellationToken);
    }
}
