using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Secrets: finding and defining.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Counts the secrets. (<c>virConnectNumOfSecrets</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> NumOfSecretsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectNumOfSecretsAsync(cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Lists the UUIDs of the secrets. (<c>virConnectListSecrets</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> ListSecretsAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectListSecretsAsync(
            new()
            {
                Maxuuids = RemoteConstants.REMOTE_SECRET_LIST_MAX,
            },
            cancellationToken).ConfigureAwait(false)).Uuids;

    /// <summary>Finds a secret by its UUID. (<c>virSecretLookupByUUID</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Secret> LookupSecretByUuidAsync(
        VirUuid uuid, CancellationToken cancellationToken = default) =>
        new Secret(this, (await Rpc.SecretLookupByUuidAsync(
            new() { Uuid = uuid }, cancellationToken).ConfigureAwait(false)).Secret);

    /// <summary>Defines a secret, anew or in place of the one with the same UUID. (<c>virSecretDefineXML</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Secret> DefineSecretXmlAsync(
        string xml, VirSecretDefineFlags flags = 0, CancellationToken cancellationToken = default) =>
        new Secret(this, (await Rpc.SecretDefineXmlAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Secret);

    /// <summary>Finds the secret that is for something. (<c>virSecretLookupByUsage</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<Secret> LookupSecretByUsageAsync(
        VirSecretUsageType usageType, string usageID, CancellationToken cancellationToken = default) =>
        new Secret(this, (await Rpc.SecretLookupByUsageAsync(
            new()
            {
                UsageType = (int)usageType, UsageID = usageID,
            },
            cancellationToken).ConfigureAwait(false)).Secret);

    /// <summary>Lists secrets; without flags all of them. (<c>virConnectListAllSecrets</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<IReadOnlyList<Secret>> ListAllSecretsAsync(
        VirConnectListAllSecretsFlags flags = 0, CancellationToken cancellationToken = default) =>
        Objects.Of(this, (await Rpc.ConnectListAllSecretsAsync(
            new() { NeedResults = 1, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Secrets);
}
