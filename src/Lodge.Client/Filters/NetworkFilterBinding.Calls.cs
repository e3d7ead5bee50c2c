using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class NetworkFilterBinding
{
    /// <summary>Calls libvirt. (<c>virNWFilterBindingGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.NwfilterBindingGetXmlDescAsync(
            new() { Nwfilter = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Calls libvirt. (<c>virNWFilterBindingDelete</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DeleteAsync(CancellationToken cancellationToken = default) =>
        Rpc.NwfilterBindingDeleteAsync(new() { Nwfilter = Wire }, cancellationToken);
}
