using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Preparation;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <inheritdoc/>
    public async ValueTask<ConnectDomainXmlToNativeRet> ConnectDomainXmlToNativeAsync(
        ClientCall call, ConnectDomainXmlToNativeArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuConnectDomainXMLToNative");
        if (args.NativeFormat != NativeConversion.Format)
            throw DomainErrors.InvalidArgument($"unsupported config type {args.NativeFormat}");
        var definition = await driver.CompleteAsync(args.DomainXml);
        using var command = await NativeConversion.ConvertAsync(
            definition,
            await driver.CapabilitiesOfAsync(definition),
            driver.Resources.Settings,
            driver.Paths.DomainState,
            driver.Resources.Services);
        return new ConnectDomainXmlToNativeRet { NativeConfig = ShellText.Of(command) };
    }

    /// <inheritdoc/>
    public ValueTask<ConnectDomainXmlFromNativeRet> ConnectDomainXmlFromNativeAsync(
        ClientCall call, ConnectDomainXmlFromNativeArgs args) => throw new VirException(
        VirErrorNumber.VIR_ERR_NO_SUPPORT, VirErrorDomain.VIR_FROM_DOMAIN, "virConnectDomainXMLFromNative");
}
