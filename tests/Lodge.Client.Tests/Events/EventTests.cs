using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Tests.Events;

public sealed class EventTests
{
    private static readonly RemoteDomain Guest = new() { Name = "guest", Uuid = default, Id = 3 };

    [Fact]
    public async Task Events_come_in_their_order_even_those_before_the_answer_to_the_subscription()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var subscribing = connection.DomainEventsAsync(VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE).AsTask();
        var call = await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_DOMAIN_EVENT_CALLBACK_REGISTER_ANY);
        Assert.Null(call.Read<ConnectDomainEventCallbackRegisterAnyArgs>().Dom);
        await SendAsync(server, 5, VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED);
        await server.ReplyAsync(call, new ConnectDomainEventCallbackRegisterAnyRet { CallbackID = 5 });
        await SendAsync(server, 5, VirDomainEventType.VIR_DOMAIN_EVENT_STARTED);
        await SendAsync(server, 6, VirDomainEventType.VIR_DOMAIN_EVENT_CRASHED);
        await SendAsync(server, 5, VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED);

        var events = await subscribing;
        foreach (var expected in (VirDomainEventType[])[
            VirDomainEventType.VIR_DOMAIN_EVENT_DEFINED,
            VirDomainEventType.VIR_DOMAIN_EVENT_STARTED,
            VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED])
        {
            var happened = Assert.IsType<DomainLifecycleEvent>(await events.NextAsync());
            Assert.Equal(("guest", expected), (happened.Domain.Name, happened.Event));
        }
    }

    [Fact]
    public async Task A_subscription_to_one_guest_names_it_and_ends_when_it_is_disposed_of()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var here = connection;
        using var there = server;
        var subscribing = connection
            .DomainEventsAsync(VirDomainEventID.VIR_DOMAIN_EVENT_ID_REBOOT, new Domain(connection, Guest)).AsTask();
        var call = await server.TakeAsync();
        Assert.Equal("guest", call.Read<ConnectDomainEventCallbackRegisterAnyArgs>().Dom?.Name);
        await server.ReplyAsync(call, new ConnectDomainEventCallbackRegisterAnyRet { CallbackID = 1 });
        var events = await subscribing;

        var ending = events.DisposeAsync().AsTask();
        var deregister = await server.TakeAsync(
            RemoteProcedure.REMOTE_PROC_CONNECT_DOMAIN_EVENT_CALLBACK_DEREGISTER_ANY);
        Assert.Equal(1, deregister.Read<ConnectDomainEventCallbackDeregisterAnyArgs>().CallbackID);
        await server.ReplyAsync(deregister);
        await ending;
        Assert.Null(await events.NextAsync());
    }

    [Fact]
    public async Task Events_end_with_the_connection()
    {
        var (connection, server) = await FakeServer.OpenAsync();
        using var there = server;
        var subscribing = connection.NetworkEventsAsync().AsTask();
        await server.ReplyAsync(
            await server.TakeAsync(RemoteProcedure.REMOTE_PROC_CONNECT_NETWORK_EVENT_REGISTER_ANY),
            new ConnectNetworkEventRegisterAnyRet { CallbackID = 0 });
        var events = await subscribing;
        connection.Dispose();
        Assert.Null(await events.NextAsync());
    }

    private static Task SendAsync(FakeServer server, int callback, VirDomainEventType type) => server.EventAsync(
        RemoteProcedure.REMOTE_PROC_DOMAIN_EVENT_CALLBACK_LIFECYCLE,
        new DomainEventCallbackLifecycleMsg
        {
            CallbackID = callback, Msg = new() { Dom = Guest, Event = (int)type, Detail = 0 },
        });
}
