using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Launch security (SEV).</content>
public sealed partial class Domain
{
    /// <summary>Asks for the guest's launch security (SEV). (<c>virDomainGetLaunchSecurityInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetLaunchSecurityInfoAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetLaunchSecurityInfoAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Gives the guest a launch secret (SEV). (<c>virDomainSetLaunchSecurityState</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetLaunchSecurityStateAsync(
        TypedParameter[] parameters, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetLaunchSecurityStateAsync(
            new() { Dom = Wire, Params = parameters, Flags = flags }, cancellationToken);
}
