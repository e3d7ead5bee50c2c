using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class NetworkFilter
{
    /// <summary>Asks for the filter's description, as XML. (<c>virNWFilterGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NwfilterGetXmlDescAsync(
            new() { Nwfilter = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Forgets the filter. (<c>virNWFilterUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.NwfilterUndefineAsync(new() { Nwfilter = Wire }, cancellationToken);
}
