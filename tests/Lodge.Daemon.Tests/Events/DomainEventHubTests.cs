using Lodge.Daemon.Events;
using Lodge.Protocol;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Protocol.Xdr;

namespace Lodge.Daemon.Tests.Events;

public sealed class DomainEventHubTests
{
    private const VirDomainEventID Lifecycle = VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE;

    private static readonly RemoteDomain Web = new() { Name = "web", Uuid = VirUuid.Random(), Id = 1 };
    private static readonly RemoteDomain Mail = new() { Name = "mail", Uuid = VirUuid.Random(), Id = 2 };

    private readonly DomainEventHub _hub = new();
    private readonly Inbox _inbox = new();

    [Fact]
    public void A_subscriber_gets_events_of_its_kind_with_its_number_in_the_order_they_happened()
    {
        var callback = _hub.Subscribe(_inbox, Lifecycle, null, isNamed: true);

        _hub.Emit(Started(Web));
        _hub.Emit(new RebootEvent(Web));
        _hub.Emit(Started(Mail));

        Assert.Equal(
            [
                (RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_LIFECYCLE, callback, "web"),
                (RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_LIFECYCLE, callback, "mail"),
            ],
            _inbox.Received);
    }

    [Fact]
    public void A_subscription_to_one_domain_is_not_told_of_others()
    {
        _hub.Subscribe(_inbox, Lifecycle, Mail.Uuid, isNamed: true);

        _hub.Emit(Started(Web));
        _hub.Emit(Started(Mail));

        Assert.Equal("mail", Assert.Single(_inbox.Received).Domain);
    }

    [Fact]
    public void Two_subscriptions_of_one_client_are_told_apart_by_their_numbers()
    {
        var first = _hub.Subscribe(_inbox, Lifecycle, null, isNamed: true);
        var second = _hub.Subscribe(_inbox, Lifecycle, Web.Uuid, isNamed: true);

        _hub.Emit(Started(Web));

        Assert.NotEqual(first, second);
        Assert.Equal([first, second], _inbox.Received.Select(message => message.Callback));
    }

    [Fact]
    public void Nothing_arrives_after_unsubscribing_and_a_second_time_is_refused()
    {
        var callback = _hub.Subscribe(_inbox, Lifecycle, null, isNamed: true);
        _hub.Unsubscribe(_inbox, callback);
        _hub.Emit(Started(Web));

        Assert.Empty(_inbox.Received);
        var refused = Assert.Throws<VirException>(() => _hub.Unsubscribe(_inbox, callback));
        Assert.Equal(VirErrorNumber.VIR_ERR_INTERNAL_ERROR, refused.Code);
        Assert.Contains($"domain event callback {callback} not registered", refused.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_client_cannot_end_the_subscription_of_another()
    {
        var callback = _hub.Subscribe(_inbox, Lifecycle, null, isNamed: true);
        Assert.Throws<VirException>(() => _hub.Unsubscribe(new Inbox(), callback));
        Assert.Equal(1, _hub.Count);
    }

    [Fact]
    public void Old_clients_get_the_message_without_a_number_and_subscribe_to_a_kind_once()
    {
        _hub.Subscribe(_inbox, Lifecycle, null, isNamed: false);
        Assert.Throws<VirException>(() => _hub.Subscribe(_inbox, Lifecycle, null, isNamed: false));
        _hub.Emit(Started(Web));
        _hub.Unsubscribe(_inbox, Lifecycle);
        _hub.Emit(Started(Web));

        var message = Assert.Single(_inbox.Received);
        Assert.Equal(RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_LIFECYCLE, message.Procedure);
    }

    [Fact]
    public void A_client_that_is_gone_leaves_no_subscription()
    {
        _hub.Subscribe(_inbox, Lifecycle, null, isNamed: true);
        _hub.Subscribe(_inbox, Lifecycle, null, isNamed: false);
        _hub.Forget(_inbox);

        Assert.Equal(0, _hub.Count);
    }

    [Fact]
    public async Task Subscribing_while_events_happen_neither_loses_nor_doubles_one_after_the_call()
    {
        var stop = false;
        var sender = Task.Run(() =>
        {
            for (var i = 0; !Volatile.Read(ref stop); i++)
                _hub.Emit(new RtcChangeEvent(Web, i));
        });
        for (var round = 0; round < 200; round++)
        {
            var inbox = new Inbox();
            var callback = _hub.Subscribe(inbox, VirDomainEventID.VIR_DOMAIN_EVENT_ID_RTC_CHANGE, null, isNamed: true);
            SpinWait.SpinUntil(() => inbox.Received.Count > 2);
            _hub.Unsubscribe(inbox, callback);
            var offsets = inbox.Offsets.ToArray();
            Assert.Equal(Enumerable.Range((int)offsets[0], offsets.Length).Select(n => (long)n), offsets);
        }

        Volatile.Write(ref stop, true);
        await sender;
    }

    private static LifecycleEvent Started(RemoteDomain domain) => new(
        domain, VirDomainEventType.VIR_DOMAIN_EVENT_STARTED,
        (int)VirDomainEventStartedDetailType.VIR_DOMAIN_EVENT_STARTED_BOOTED);

    private sealed class Inbox : IEventReceiver
    {
        public List<(RemoteProcedure Procedure, int Callback, string Domain)> Received { get; } = [];

        public List<long> Offsets { get; } = [];

        public void Send<TMessage>(RemoteProcedure procedure, in TMessage message)
            where TMessage : struct, IXdrEncodable
        {
            Received.Add((object)message switch
            {
                DomainEventCallbackLifecycleMsg m => (procedure, m.CallbackID, m.Msg.Dom.Name),
                DomainEventLifecycleMsg m => (procedure, -1, m.Dom.Name),
                DomainEventCallbackRtcChangeMsg m => (procedure, m.CallbackID, m.Msg.Dom.Name),
                var other => throw new InvalidOperationException($"unexpected {other.GetType().Name}"),
            });
            if ((object)message is DomainEventCallbackRtcChangeMsg change)
                Offsets.Add(change.Msg.Offset);
        }
    }
}
