using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the guest does now.</content>
public sealed partial class Domain
{
    /// <summary>Asks for state, memory, processors and their time. (<c>virDomainGetInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainInfo> GetInfoAsync(CancellationToken cancellationToken = default)
    {
        var info = await Rpc.DomainGetInfoAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false);
        return new((VirDomainState)info.State, info.MaxMem, info.Memory, info.NrVirtCpu, info.CpuTime);
    }

    /// <summary>
    /// Asks for the state and its reason, whose meaning depends on the state. (<c>virDomainGetState</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<(VirDomainState State, int Reason)> GetStateAsync(
        uint flags = 0, CancellationToken cancellationToken = default)
    {
        var answer = await Rpc.DomainGetStateAsync(new() { Dom = Wire, Flags = flags }, cancellationToken)
            .ConfigureAwait(false);
        return ((VirDomainState)answer.State, answer.Reason);
    }

    /// <summary>
    /// Asks whether the hypervisor of the guest can be spoken to now. (<c>virDomainGetControlInfo</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainControlInfo> GetControlInfoAsync(
        uint flags = 0, CancellationToken cancellationToken = default)
    {
        var info = await Rpc.DomainGetControlInfoAsync(new() { Dom = Wire, Flags = flags }, cancellationToken)
            .ConfigureAwait(false);
        return new((VirDomainControlState)info.State, (VirDomainControlErrorReason)info.Details, info.StateTime);
    }

    /// <summary>Asks for the label of the guest's process. (<c>virDomainGetSecurityLabel</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<SecurityLabel> GetSecurityLabelAsync(CancellationToken cancellationToken = default) =>
        Label(await Rpc.DomainGetSecurityLabelAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false));

    /// <summary>Asks for the labels of all security models. (<c>virDomainGetSecurityLabelList</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<SecurityLabel[]> GetSecurityLabelListAsync(CancellationToken cancellationToken = default)
    {
        var answer = await Rpc.DomainGetSecurityLabelListAsync(new() { Dom = Wire }, cancellationToken)
            .ConfigureAwait(false);
        return Array.ConvertAll(answer.Labels, label => Label(label));
    }

    private static SecurityLabel Label(in DomainGetSecurityLabelRet wire) =>
        new(WireText.Of(wire.Label), wire.Enforcing != 0);
}
