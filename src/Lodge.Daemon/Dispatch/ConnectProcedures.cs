using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

/// <summary>The connection itself: opening and closing it, and what it says of itself.</summary>
/// <param name="isSession">Whether the daemon is one user's own.</param>
/// <param name="driver">Has the domains.</param>
internal sealed partial class ConnectProcedures(bool isSession, DomainDriver driver) : IConnectProcedures<ClientCall>
{
    /// <inheritdoc/>
    public ValueTask ConnectOpenAsync(ClientCall call, ConnectOpenArgs args)
    {
        if (call.Client.Uri is not null)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, "connection already open");
        }

        var isReadOnly = ((VirConnectFlags)args.Flags).HasFlag(VirConnectFlags.VIR_CONNECT_RO);
        call.Client.Open(ConnectionUri.Resolve(args.Name, isSession), isReadOnly);
        return default;
    }

    /// <inheritdoc/>
    public ValueTask ConnectCloseAsync(ClientCall call)
    {
        call.Client.CloseAfterReply();
        return default;
    }

    /// <inheritdoc/>
    public ValueTask<ConnectGetTypeRet> ConnectGetTypeAsync(ClientCall call) =>
        new(new ConnectGetTypeRet { Type = "QEMU" });

    /// <inheritdoc/>
    public ValueTask<ConnectGetUriRet> ConnectGetUriAsync(ClientCall call) =>
        new(new ConnectGetUriRet { Uri = call.Client.Uri! });

    /// <inheritdoc/>
    public ValueTask<ConnectGetLibVersionRet> ConnectGetLibVersionAsync(ClientCall call) =>
        new(new ConnectGetLibVersionRet { LibVer = VirConstants.LIBVIR_VERSION_NUMBER });

    /// <inheritdoc/>
    public ValueTask<ConnectIsSecureRet> ConnectIsSecureAsync(ClientCall call) =>
        new(new ConnectIsSecureRet { Secure = 1 });

    /// <inheritdoc/>
    public ValueTask<ConnectSupportsFeatureRet> ConnectSupportsFeatureAsync(
        ClientCall call, ConnectSupportsFeatureArgs args)
    {
        var feature = (DriverFeature)args.Feature;
        if (feature == DriverFeature.KeepAlive)
        {
            call.Client.StartKeepAlive();
        }
        else if (call.Client.Uri is null)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_INTERNAL_ERROR, VirErrorDomain.VIR_FROM_RPC, ServerProgram.HypervisorNotOpen);
        }

        return new(new ConnectSupportsFeatureRet { Supported = Enum.IsDefined(feature) ? 1 : 0 });
    }

    /// <inheritdoc/>
    public ValueTask ConnectRegisterCloseCallbackAsync(ClientCall call) => default;

    /// <inheritdoc/>
    public ValueTask ConnectUnregisterCloseCallbackAsync(ClientCall call) => default;
}
