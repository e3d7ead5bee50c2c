using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Calls on the object.</content>
public sealed partial class Secret
{
    /// <summary>
    /// Asks for the secret's description, as XML; its value is not in it. (<c>virSecretGetXMLDesc</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetXmlDescAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.SecretGetXmlDescAsync(
            new() { Secret = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Xml;

    /// <summary>Sets the secret's value. (<c>virSecretSetValue</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetValueAsync(byte[] value, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.SecretSetValueAsync(new() { Secret = Wire, Value = value, Flags = flags }, cancellationToken);

    /// <summary>Asks for the secret's value. (<c>virSecretGetValue</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<byte[]> GetValueAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.SecretGetValueAsync(
            new() { Secret = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Value;

    /// <summary>Forgets the secret and its value. (<c>virSecretUndefine</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UndefineAsync(CancellationToken cancellationToken = default) =>
        Rpc.SecretUndefineAsync(new() { Secret = Wire }, cancellationToken);
}
