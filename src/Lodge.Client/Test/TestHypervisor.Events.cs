using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Client.Test;

/// <content>Events and who subscribed to them.</content>
internal sealed partial class TestHypervisor
{
    private readonly List<(int Callback, VirDomainEventID Event, VirUuid? Domain)> _subscriptions = [];
    private int _nextCallback;

    /// <summary>Adds a subscription and gives its number.</summary>
    public int Subscribe(VirDomainEventID id, VirUuid? domain)
    {
        if (id is < 0 or >= VirDomainEventID.VIR_DOMAIN_EVENT_ID_LAST)
        {
            throw Fault(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, $"unsupported event ID {(int)id}");
        }

        _subscriptions.Add((_nextCallback, id, domain));
        return _nextCallback++;
    }

    /// <summary>Ends a subscription.</summary>
    public void Unsubscribe(int callback)
    {
        if (_subscriptions.RemoveAll(subscription => subscription.Callback == callback) == 0)
        {
            throw Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, $"domain event callback {callback} not registered");
        }
    }

    /// <summary>Tells of a step in a guest's life.</summary>
    public void SendLifecycle(TestDomain domain, VirDomainEventType type, int detail, int? id = null)
    {
        foreach (var callback in CallbacksOf(VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE, domain))
        {
            Send(
                RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_LIFECYCLE,
                new DomainEventCallbackLifecycleMsg
                {
                    CallbackID = callback,
                    Msg = new()
                    {
                        Dom = domain.ToWire() with { Id = id ?? domain.Definition.Id }, Event = (int)type,
                            Detail = detail,
                    },
                });
        }
    }

    /// <summary>Tells that a note on a guest changed.</summary>
    public void SendMetadataChange(TestDomain domain, VirDomainMetadataType type, string? namespaceUri)
    {
        foreach (var callback in CallbacksOf(VirDomainEventID.VIR_DOMAIN_EVENT_ID_METADATA_CHANGE, domain))
        {
            Send(
                RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_METADATA_CHANGE,
                new DomainEventCallbackMetadataChangeMsg
                {
                    CallbackID = callback, Dom = domain.ToWire(), Type = (int)type, Nsuri = namespaceUri,
                });
        }
    }

    private List<int> CallbacksOf(VirDomainEventID id, TestDomain domain) =>
    [
        .. _subscriptions
            .Where(subscription => subscription.Event == id && (subscription.Domain ?? domain.Uuid) == domain.Uuid)
            .Select(subscription => subscription.Callback),
    ];

    private void Send<T>(RemoteProcedure procedure, in T message)
        where T : struct, IXdrEncodable
    {
        var buffer = new XdrBuffer();
        var writer = new XdrWriter(buffer);
        message.Write(ref writer);
        EventSent?.Invoke(procedure, buffer);
    }
}
