using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Events;

/// <summary>Somebody came to or left the guest's screen.</summary>
/// <param name="Domain">The domain.</param>
/// <param name="Phase">Came, proved who they are, or left.</param>
/// <param name="Local">The guest's end.</param>
/// <param name="Remote">The viewer's end.</param>
/// <param name="Scheme">How the viewer proved who they are.</param>
/// <param name="Subject">Who they are.</param>
internal sealed record GraphicsEvent(
    RemoteDomain Domain,
    VirDomainEventGraphicsPhase Phase,
    DomainEventGraphicsAddress Local,
    DomainEventGraphicsAddress Remote,
    string Scheme,
    DomainEventGraphicsIdentity[] Subject)
    : DomainEvent(Domain)
{
    /// <inheritdoc/>
    public override VirDomainEventID Id => VirDomainEventID.VIR_DOMAIN_EVENT_ID_GRAPHICS;

    private DomainEventGraphicsMsg Message => new()
    {
        Dom = Domain,
        Phase = (int)Phase,
        Local = Local,
        Remote = Remote,
        AuthScheme = Scheme,
        Subject = Subject,
    };

    /// <inheritdoc/>
    public override void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_GRAPHICS,
        new DomainEventCallbackGraphicsMsg { CallbackID = callback, Msg = Message });

    /// <inheritdoc/>
    public override void SendUnnamed(IEventReceiver receiver) =>
        receiver.Send(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_GRAPHICS, Message);
}
