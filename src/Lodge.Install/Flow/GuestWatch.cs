using Lodge.Client;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;

namespace Lodge.Install.Flow;

/// <summary>Waits until a guest has stopped, by the server's events.</summary>
internal sealed class GuestWatch : IAsyncDisposable
{
    private readonly EventStream<DomainEvent> _events;
    private readonly Domain _domain;

    private GuestWatch(Domain domain, EventStream<DomainEvent> events) => (_domain, _events) = (domain, events);

    /// <summary>Begins to watch a guest.</summary>
    /// <exception cref="VirException">The server refused, or is gone.</exception>
    public static async Task<GuestWatch> BeginAsync(Domain domain, CancellationToken cancellation) =>
        new(domain, await domain.Connection.DomainEventsAsync(
            VirDomainEventID.VIR_DOMAIN_EVENT_ID_LIFECYCLE, domain, cancellation));

    /// <summary>Waits until the guest has stopped.</summary>
    /// <param name="limit">How long at most; null for as long as it takes.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <returns>Whether it has.</returns>
    /// <exception cref="VirException">The server is gone.</exception>
    public async Task<bool> StoppedAsync(TimeSpan? limit, CancellationToken cancellation)
    {
        using var over = CancellationTokenSource.CreateLinkedTokenSource(cancellation);
        if (limit is { } most) over.CancelAfter(most);
        try
        {
            while (await IsActiveAsync(_domain))
            {
                DomainEvent? happened;
                do happened = await _events.NextAsync(over.Token);
                while (happened is not (null or DomainLifecycleEvent
                {
                    Event: VirDomainEventType.VIR_DOMAIN_EVENT_STOPPED or VirDomainEventType.VIR_DOMAIN_EVENT_CRASHED
                        or VirDomainEventType.VIR_DOMAIN_EVENT_UNDEFINED,
                }));
                if (happened is null && !_domain.Connection.IsAlive) await _domain.IsActiveAsync(cancellation);
            }

            return true;
        }
        catch (OperationCanceledException) when (!cancellation.IsCancellationRequested)
        {
            return !await IsActiveAsync(_domain);
        }
    }

    /// <summary>Whether a guest runs; one that is gone does not.</summary>
    /// <exception cref="VirException">The server is gone.</exception>
    public static async Task<bool> IsActiveAsync(Domain domain)
    {
        try
        {
            return await domain.IsActiveAsync();
        }
        catch (VirException gone) when (gone.Error.Code == VirErrorNumber.VIR_ERR_NO_DOMAIN)
        {
            return false;
        }
    }

    /// <summary>Ends it.</summary>
    public ValueTask DisposeAsync() => _events.DisposeAsync();
}
