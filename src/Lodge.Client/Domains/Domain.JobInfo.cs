using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Jobs whose answers are looked at before they are given on.</content>
public sealed partial class Domain
{
    /// <summary>
    /// Asks how far the job on the guest is; times in milliseconds, sizes in bytes. (<c>virDomainGetJobInfo</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetJobInfoRet> GetJobInfoAsync(CancellationToken cancellationToken = default) =>
        Rpc.DomainGetJobInfoAsync(new() { Dom = Wire }, cancellationToken);

    /// <summary>
    /// Asks how far the job on a disk is, or null where there is none. (<c>virDomainGetBlockJobInfo</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainGetBlockJobInfoRet?> GetBlockJobInfoAsync(
        string path, VirDomainBlockJobInfoFlags flags = 0, CancellationToken cancellationToken = default)
    {
        var answer = await Rpc.DomainGetBlockJobInfoAsync(
            new() { Dom = Wire, Path = path, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false);
        return answer.Found != 0 ? answer : null;
    }
}
