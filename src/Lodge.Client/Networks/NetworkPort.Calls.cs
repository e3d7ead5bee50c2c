using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class NetworkPort
{
    /// <summary>Asks for the port's bandwidth. (<c>virNetworkPortGetParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetParametersAsync(
        uint flags = 0, CancellationToken cancellationToken = default)
    {
        var count = (await Rpc.NetworkPortGetParametersAsync(
            new() { Port = Wire, Nparams = 0, Flags = flags }, cancellationToken).ConfigureAwait(false)).Nparams;
        return count == 0 ? [] : (await Rpc.NetworkPortGetParametersAsync(
            new() { Port = Wire, Nparams = count, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;
    }

    /// <summary>Changes the port's bandwidth. (<c>virNetworkPortSetParameters</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetParametersAsync(
        TypedParameter[] parameters, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NetworkPortSetParametersAsync(
            new() { Port = Wire, Params = parameters, Flags = flags }, cancellationToken);

    /// <summary>Asks for the port's description, as XML. (<c>virNetworkPortGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NetworkPortGetXmlDescAsync(
            new() { Port = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Deletes the port. (<c>virNetworkPortDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.NetworkPortDeleteAsync(new() { Port = Wire, Flags = flags }, cancellationToken);
}
