using Lodge.Daemon.Events;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Networks;

/// <summary>A network was defined, undefined, started or stopped.</summary>
/// <param name="Network">The network.</param>
/// <param name="Happened">Which of these.</param>
internal sealed record NetworkLifecycleEvent(RemoteNetwork Network, VirNetworkEventLifecycleType Happened)
    : IObjectEvent<VirUuid>
{
    /// <inheritdoc/>
    public int Kind => (int)VirNetworkEventID.VIR_NETWORK_EVENT_ID_LIFECYCLE;

    /// <inheritdoc/>
    public VirUuid Object => Network.Uuid;

    /// <inheritdoc/>
    public void Send(IEventReceiver receiver, int callback) => receiver.Send(
        RemoteProcedure.REMOTE_PROC_NETWORK_EVENT_LIFECYCLE,
        new NetworkEventLifecycleMsg { CallbackID = callback, Net = Network, Event = (int)Happened, Detail = 0 });
}
