using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>A tunable of a running guest was set.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Values">What was set, by libvirt's names.</param>
internal sealed record TunableEvent(RemoteDomain Domain, TypedParameter[] Values) : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_TUNABLE;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_TUNABLE,
        new DomainEventCallbackTunableMsg { CallbackID = callback, Dom = Domain, Params = Values });
}

/// <summary>The title, description or an element of the metadata was set.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Type">Which.</param>
/// <param name="Uri">The namespace of the element.</param>
internal sealed record MetadataChangeEvent(
    RemoteDomain Domain, VirDomainMetadataType Type, string? Uri)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE;

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_METADATA_CHANGE,
        new DomainEventCallbackMetadataChangeMsg
        {
            CallbackID = callback,
            Dom = Domain,
            Type = (int)Type,
            Nsuri = Uri,
        });
}
