using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class NetworkFilterBinding
{
    /// <summary>Asks for the description of the filter at work, as XML. (<c>virNWFilterBindingGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NwfilterBindingGetXmlDescAsync(
            new() { Nwfilter = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Takes the filter off its port. (<c>virNWFilterBindingDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(CancellationToken cancellationToken = default) =>
        Rpc.NwfilterBindingDeleteAsync(new() { Nwfilter = Wire }, cancellationToken);
}
