using System.Threading.Channels;
using System.Xml;
using System.Xml.Linq;

namespace Lodge.Web.Hypervisors;

/// <content>Keeping the table of guests true.</content>
public sealed partial class Hypervisor
{
    private const int LoadedAtOnce = 32;
    private readonly Channel<Domain> _stale = Channel.CreateUnbounded<Domain>();

    /// <summary>Has a guest read again; for changes that no event tells.</summary>
    public void Reread(Guest guest) => _stale.Writer.TryWrite(guest.Domain);

    private async Task LoadAsync(LibvirtConnection connection, CancellationToken cancellation)
    {
        var domains = await connection.ListAllDomainsAsync(cancellationToken: cancellation);
        var guests = new List<Guest>(domains.Count);
        foreach (var some in domains.Chunk(LoadedAtOnce))
        {
            var read = await Task.WhenAll(some.Select(domain => ReadAsync(domain, cancellation).AsTask()));
            guests.AddRange(read.OfType<Guest>());
        }

        Guests.Replace(guests);
    }

    private async Task ReloadAsync(LibvirtConnection connection, CancellationToken cancellation)
    {
        try
        {
            await foreach (var domain in _stale.Reader.ReadAllAsync(cancellation))
            {
                if (domain.Connection != connection) continue;
                if (await ReadAsync(domain, cancellation) is { } guest) Guests.Put(guest);
                else Remove(domain.Uuid.ToGuid());
                Raise(HypervisorChange.Guests);
            }
        }
        catch (Exception error) when (error is OperationCanceledException or VirException)
        {
            // The connection is over; the next one reads everything anew.
        }
    }

    private void Remove(Guid uuid)
    {
        Guests.Remove(uuid);
        Meters.Forget(uuid);
    }

    /// <summary>Reads a guest; null when it is gone.</summary>
    private async ValueTask<Guest?> ReadAsync(Domain domain, CancellationToken cancellation)
    {
        try
        {
            var state = domain.GetStateAsync(cancellationToken: cancellation);
            var xml = domain.GetXmlDescAsync(cancellationToken: cancellation);
            var autostart = OrElse(domain.GetAutostartAsync(cancellation), false);
            var persistent = OrElse(domain.IsPersistentAsync(cancellation), true);
            var saved = OrElse(domain.HasManagedSaveImageAsync(cancellationToken: cancellation), false);
            var (now, reason) = await state;
            var guest = new Guest
            {
                Host = this,
                Domain = domain,
                Uuid = domain.Uuid.ToGuid(),
                State = now,
                Reason = reason,
                Autostart = await autostart,
                IsPersistent = await persistent,
                HasSavedState = await saved,
            };
            return guest.With(XElement.Parse(await xml));
        }
        catch (VirException error) when (error.Code == VirErrorNumber.VIR_ERR_NO_DOMAIN)
        {
            return null;
        }
        catch (XmlException)
        {
            return null;
        }
    }

    private static async ValueTask<T> OrElse<T>(ValueTask<T> asked, T otherwise)
    {
        try
        {
            return await asked;
        }
        catch (VirException error) when (error.Code is VirErrorNumber.VIR_ERR_NO_SUPPORT
            or VirErrorNumber.VIR_ERR_OPERATION_INVALID or VirErrorNumber.VIR_ERR_NO_DOMAIN)
        {
            return otherwise;
        }
    }
}
