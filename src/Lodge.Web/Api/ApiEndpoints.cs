using System.Net.ServerSentEvents;
using System.Runtime.CompilerServices;
using System.Threading.Channels;
using Lodge.Web.Events;
using Lodge.Web.Guests;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Api;

/// <summary>The same for programs: JSON below <c>/api/v1</c>, described in <c>/api/openapi.json</c>.</summary>
internal static class ApiEndpoints
{
    /// <summary>Adds them.</summary>
    public static void MapApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api/v1").DisableAntiforgery().AddEndpointFilter(TellFaultsAsync);
        api.MapGet("/hosts", (HypervisorSet hosts) => hosts.All.Select(HostShape.Of)).WithSummary("All hosts.");
        api.MapGet("/guests", (HypervisorSet hosts) => hosts.All.SelectMany(host => host.Guests.All)
            .OrderBy(guest => guest.Name, StringComparer.Ordinal).Select(GuestShape.Of)).WithSummary("All guests.");
        api.MapGet("/hosts/{host}/guests/{uuid:guid}", (HypervisorSet hosts, string host, Guid uuid) =>
            hosts.Find(host)?.Guests.Find(uuid) is { } guest ? Results.Ok(GuestShape.Of(guest)) : Results.NotFound())
            .Produces<GuestShape>().WithSummary("One guest.");
        api.MapGet("/hosts/{host}/guests/{uuid:guid}/xml", XmlAsync).WithSummary("A guest's description, as kept.");
        api.MapPost("/hosts/{host}/guests/{uuid:guid}/{deed}", DoAsync)
            .WithSummary("start, shutdown, reboot, pause, resume, save, reset, destroy");
        api.MapGet("/hosts/{host}/networks", NetworksAsync).WithSummary("The networks of a host.");
        api.MapGet("/hosts/{host}/pools", PoolsAsync).WithSummary("The storage pools of a host.");
        api.MapGet("/hosts/{host}/pools/{pool}/volumes", VolumesAsync).WithSummary("The volumes of a pool.");
        api.MapGet("/events", (EventLog log, CancellationToken cancellation) =>
            TypedResults.ServerSentEvents(EventsAsync(log, cancellation))).WithSummary("What happens, as it happens.");
        routes.MapOpenApi("/api/openapi.json");
    }

    private static async ValueTask<object?> TellFaultsAsync(
        EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (VirException error)
        {
            var status = error.Code switch
            {
                VirErrorNumber.VIR_ERR_NO_SUPPORT => StatusCodes.Status501NotImplemented,
                VirErrorNumber.VIR_ERR_NO_CONNECT => StatusCodes.Status503ServiceUnavailable,
                VirErrorNumber.VIR_ERR_NO_STORAGE_POOL or VirErrorNumber.VIR_ERR_NO_DOMAIN =>
                    StatusCodes.Status404NotFound,
                _ => StatusCodes.Status409Conflict,
            };
            return Results.Problem(error.Message, statusCode: status, title: error.Code.ToString());
        }
    }

    private static async Task<IResult> XmlAsync(
        HypervisorSet hosts, string host, Guid uuid, CancellationToken cancellation) =>
        hosts.Find(host)?.Guests.Find(uuid) is { } guest
            ? Results.Text(
                await guest.Domain.GetXmlDescAsync(VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE, cancellation),
                "application/xml")
            : Results.NotFound();

    private static async Task<IResult> DoAsync(
        HypervisorSet hosts, string host, Guid uuid, string deed, CancellationToken cancellation)
    {
        var known = GuestDeed.All.FirstOrDefault(known => known.Id == deed);
        if (known is null || hosts.Find(host)?.Guests.Find(uuid) is not { } guest) return Results.NotFound();
        if (known.Needs(guest) is { } reason) return Results.Problem(reason, statusCode: StatusCodes.Status409Conflict);
        await known.RunAsync(guest, cancellation);
        return Results.NoContent();
    }

    private static async Task<IResult> NetworksAsync(HypervisorSet hosts, string host, CancellationToken cancellation)
    {
        if (hosts.Find(host) is not { } found) return Results.NotFound();
        var shapes = new List<NetworkShape>();
        foreach (var network in await found.Connection.ListAllNetworksAsync(cancellationToken: cancellation))
        {
            shapes.Add(new(
                network.Name, network.Uuid.ToGuid(), await network.IsActiveAsync(cancellation),
                await network.GetAutostartAsync(cancellation)));
        }

        return Results.Ok(shapes);
    }

    private static async Task<IResult> PoolsAsync(HypervisorSet hosts, string host, CancellationToken cancellation)
    {
        if (hosts.Find(host) is not { } found) return Results.NotFound();
        var shapes = new List<PoolShape>();
        foreach (var pool in await found.Connection.ListAllStoragePoolsAsync(cancellationToken: cancellation))
        {
            var info = await pool.GetInfoAsync(cancellation);
            shapes.Add(new(
                pool.Name, pool.Uuid.ToGuid(), info.State != VirStoragePoolState.VIR_STORAGE_POOL_INACTIVE,
                info.Capacity, info.Allocation, info.Available));
        }

        return Results.Ok(shapes);
    }

    private static async Task<IResult> VolumesAsync(
        HypervisorSet hosts, string host, string pool, CancellationToken cancellation)
    {
        if (hosts.Find(host) is not { } found) return Results.NotFound();
        var shapes = new List<VolumeShape>();
        var place = await found.Connection.LookupStoragePoolByNameAsync(pool, cancellation);
        foreach (var volume in await place.ListAllVolumesAsync(cancellationToken: cancellation))
        {
            var info = await volume.GetInfoAsync(cancellation);
            shapes.Add(new(volume.Name, await volume.GetPathAsync(cancellation), info.Capacity, info.Allocation));
        }

        return Results.Ok(shapes);
    }

    private static async IAsyncEnumerable<SseItem<EventEntry>> EventsAsync(
        EventLog log, [EnumeratorCancellation] CancellationToken cancellation)
    {
        // Who reads too slowly loses the oldest.
        var channel = Channel.CreateBounded<EventEntry>(
            new BoundedChannelOptions(1000) { FullMode = BoundedChannelFullMode.DropOldest });
        void Take(EventEntry entry) => channel.Writer.TryWrite(entry);
        log.Added += Take;
        try
        {
            await foreach (var entry in channel.Reader.ReadAllAsync(cancellation))
                yield return new SseItem<EventEntry>(entry) { EventId = $"{entry.Number}" };
        }
        finally
        {
            log.Added -= Take;
        }
    }
}
