using Lodge.Daemon.Events;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Secrets;

/// <summary>A secret was defined or undefined.</summary>
/// <param name="Secret">The secret.</param>
/// <param name="Happened">Which of the two.</param>
internal sealed record SecretLifecycleEvent(RemoteSecret Secret, VirSecretEventLifecycleType Happened)
    : IObjectEvent<VirUuid>
{
    /// <inheritdoc/>
    public int Kind => (int)VirSecretEventID.VIR_SECRET_EVENT_ID_LIFECYCLE;

    /// <inheritdoc/>
    public VirUuid Object => Secret.Uuid;

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_SECRET_EVENT_LIFECYCLE,
        new SecretEventLifecycleMsg { CallbackID = callback, Secret = Secret, Event = (int)Happened });
}

/// <summary>A secret got another value.</summary>
/// <param name="Secret">The secret.</param>
internal sealed record SecretValueChangedEvent(RemoteSecret Secret) : IObjectEvent<VirUuid>
{
    /// <inheritdoc/>
    public int Kind => (int)VirSecretEventID.VIR_SECRET_EVENT_ID_VALUE_CHANGED;

    /// <inheritdoc/>
    public VirUuid Object => Secret.Uuid;

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_SECRET_EVENT_VALUE_CHANGED,
        new SecretEventValueChangedMsg { CallbackID = callback, Secret = Secret });
}
