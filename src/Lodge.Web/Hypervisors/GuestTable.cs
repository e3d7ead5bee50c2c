using System.Collections.Immutable;

namespace Lodge.Web.Hypervisors;

/// <summary>The guests of a hypervisor. Reading it takes no lock.</summary>
public sealed class GuestTable
{
    private ImmutableDictionary<Guid, Guest> _guests = ImmutableDictionary<Guid, Guest>.Empty;

    /// <summary>All of them, in no order.</summary>
    public IEnumerable<Guest> All => _guests.Values;

    /// <summary>How many there are.</summary>
    public int Count => _guests.Count;

    /// <summary>The guest of a UUID, or null.</summary>
    public Guest? Find(Guid uuid) => _guests.GetValueOrDefault(uuid);

    /// <summary>The guest of a name, or null.</summary>
    public Guest? Find(string name) => _guests.Values.FirstOrDefault(guest => guest.Name == name);

    internal void Put(Guest guest) => ImmutableInterlocked.AddOrUpdate(ref _guests, guest.Uuid, guest, (_, _) => guest);

    internal void Remove(Guid uuid) => ImmutableInterlocked.TryRemove(ref _guests, uuid, out _);

    internal void Replace(IEnumerable<Guest> guests) =>
        Volatile.Write(ref _guests, guests.ToImmutableDictionary(guest => guest.Uuid));
}
