using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class Secret
{
    /// <summary>Calls libvirt. (<c>virSecretGetXMLDesc</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.SecretGetXmlDescAsync(
            new() { Secret = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Calls libvirt. (<c>virSecretSetValue</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetValueAsync(byte[] value, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.SecretSetValueAsync(new() { Secret = Wire, Value = value, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virSecretGetValue</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<byte[]> GetValueAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.SecretGetValueAsync(
            new() { Secret = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Calls libvirt. (<c>virSecretUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.SecretUndefineAsync(new() { Secret = Wire }, cancellationToken);
}
