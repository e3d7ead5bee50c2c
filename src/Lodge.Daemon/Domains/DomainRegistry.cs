using System.Collections.Concurrent;
using Lodge.Protocol;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains;

/// <summary>
/// All domains, found by UUID, name and id without ever waiting; changes of the set go one at a time.
/// </summary>
internal sealed class DomainRegistry
{
    private readonly Lock _changes = new();
    private readonly ConcurrentDictionary<VirUuid, DomainObject> _byUuid = new();
    private readonly ConcurrentDictionary<string, DomainObject> _byName = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<int, DomainObject> _byId = new();
    private DomainObject[]? _all;

    /// <summary>Every domain now, in no order; the array is never changed.</summary>
    public DomainObject[] All
    {
        get
        {
            var all = Volatile.Read(ref _all);
            if (all is not null)
                return all;
            lock (_changes)
                return _all ??= [.. _byUuid.Values];
        }
    }

    /// <summary>The domain with this UUID, or null.</summary>
    public DomainObject? Find(VirUuid uuid) => _byUuid.GetValueOrDefault(uuid);

    /// <summary>The domain with this name, or null.</summary>
    public DomainObject? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>The running domain with this id, or null.</summary>
    public DomainObject? Find(int id) => _byId.GetValueOrDefault(id);

    /// <summary>Finds the domain of this UUID and name, or makes it.</summary>
    /// <param name="uuid">Its UUID.</param>
    /// <param name="name">Its name.</param>
    /// <param name="live">Whether it is to be started from a definition of its own (<c>virDomainCreateXML</c>).</param>
    /// <param name="make">Makes the domain where there is none.</param>
    /// <returns>The domain, and whether it is new.</returns>
    /// <exception cref="VirException">VIR_ERR_OPERATION_FAILED or _INVALID where another has the UUID or the
    /// name.</exception>
    public (DomainObject Domain, bool IsNew) FindOrAdd(VirUuid uuid, string name, bool live, Func<DomainObject> make)
    {
        lock (_changes)
        {
            if (_byUuid.TryGetValue(uuid, out var known))
            {
                RefuseClash(known.Current, name, live);
                return (known, false);
            }

            if (_byName.TryGetValue(name, out var other))
                throw Clash($"domain '{name}' already exists with uuid {other.Uuid}");
            var added = make();
            _byUuid[uuid] = added;
            _byName[name] = added;
            _all = null;
            return (added, true);
        }
    }

    /// <summary>Takes a domain out that is neither running nor persistent.</summary>
    public void Remove(DomainObject domain)
    {
        lock (_changes)
        {
            domain.IsRemoved = true;
            _ = _byUuid.TryRemove(KeyValuePair.Create(domain.Uuid, domain));
            _ = _byName.TryRemove(KeyValuePair.Create(domain.Current.Name, domain));
            _all = null;
        }
    }

    /// <summary>Gives a domain another name once <paramref name="change"/> has stored it.</summary>
    /// <exception cref="VirException">VIR_ERR_OPERATION_INVALID where another domain has the name.</exception>
    public void Rename(DomainObject domain, string name, Action change)
    {
        var old = domain.Current.Name;
        lock (_changes)
        {
            if (_byName.ContainsKey(name))
                throw DomainErrors.Invalid($"domain with name '{name}' already exists");
            _byName[name] = domain;
        }

        try
        {
            change();
        }
        catch
        {
            _ = _byName.TryRemove(KeyValuePair.Create(name, domain));
            throw;
        }

        _ = _byName.TryRemove(KeyValuePair.Create(old, domain));
    }

    /// <summary>Makes a domain known under the id it runs with.</summary>
    public void AddId(int id, DomainObject domain) => _byId[id] = domain;

    /// <summary>Forgets the id of a domain that runs no more.</summary>
    public void RemoveId(int id) => _byId.TryRemove(id, out _);

    private static VirException Clash(string detail) =>
        DomainErrors.Object(VirErrorNumber.VIR_ERR_OPERATION_FAILED, detail);

    private static VirException Busy(string detail) =>
        DomainErrors.Object(VirErrorNumber.VIR_ERR_OPERATION_INVALID, detail);

    private static void RefuseClash(DomainSnapshot known, string name, bool live)
    {
        if (known.Name != name)
            throw Clash($"domain '{known.Name}' is already defined with uuid {known.Uuid}");
        if (live && known.IsActive)
            throw Busy($"domain '{name}' is already active");
        if (live && !known.IsPersistent)
            throw Busy($"domain '{name}' is already being started");
    }
}
