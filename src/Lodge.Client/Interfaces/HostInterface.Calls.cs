using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class HostInterface
{
    /// <summary>Asks for the interface's description, as XML. (<c>virInterfaceGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(
        VirInterfaceXMLFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.InterfaceGetXmlDescAsync(
            new() { Iface = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Forgets the interface's definition. (<c>virInterfaceUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.InterfaceUndefineAsync(new() { Iface = Wire }, cancellationToken);

    /// <summary>Brings the interface up. (<c>virInterfaceCreate</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask CreateAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.InterfaceCreateAsync(new() { Iface = Wire, Flags = flags }, cancellationToken);

    /// <summary>Takes the interface down. (<c>virInterfaceDestroy</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DestroyAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.InterfaceDestroyAsync(new() { Iface = Wire, Flags = flags }, cancellationToken);

    /// <summary>Asks whether the interface is up. (<c>virInterfaceIsActive</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsActiveAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.InterfaceIsActiveAsync(
            new() { Iface = Wire }, cancellationToken).ConfigureAwait(false)).Active != 0;
}
