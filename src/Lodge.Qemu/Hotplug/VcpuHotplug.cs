using System.Globalization;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Qemu.Hotplug;

/// <summary>Plugs vCPUs into running guests, and out of them.</summary>
/// <remarks>Source: libvirt's <c>virDomainSetVcpusFlags</c>, <c>virDomainSetVcpu</c>; QEMU's
/// <c>query-hotpluggable-cpus</c>.</remarks>
public static class VcpuHotplug
{
    /// <summary>Brings a guest to so many vCPUs, each addition and removal noted in its definition at once.</summary>
    /// <exception cref="VirException">Too many, or no vCPUs whose coming or going makes the number; or the guest does
    /// not
    /// let go (<c>VIR_ERR_OPERATION_TIMEOUT</c>): what was done until then stays.</exception>
    public static async Task SetCountAsync(LiveGuest guest, uint count, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        var maximum = guest.Definition.Vcpus.Maximum;
        if (count > maximum)
        {
            throw InvalidArgument(
                $"requested vcpus is greater than max allowable vcpus for the live domain: {count} > {maximum}");
        }

        var entities = await ReadAsync(guest.Monitor, cancellation);
        var present = guest.Definition.Vcpus.Online;
        await ApplyAsync(guest, Choose(entities, present, count), count > present, cancellation);
    }

    /// <summary>Plugs single vCPUs in or out.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="vcpus">Their numbers: one vCPU, or all that come and go with it.</param>
    /// <param name="online">Whether they are to be there.</param>
    /// <param name="cancellation">Stops waiting.</param>
    public static async Task SetAsync(
        LiveGuest guest, IReadOnlySet<uint> vcpus, bool online, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        ArgumentNullException.ThrowIfNull(vcpus);
        var chosen = new List<VcpuEntity>();
        foreach (var entity in await ReadAsync(guest.Monitor, cancellation))
        {
            var members = Enumerable.Range((int)entity.First, (int)entity.Count)
                .Select(number => (uint)number).ToList();
            if (members.FindIndex(vcpus.Contains) is >= 0 and var named)
            {
                CheckState(entity, members[named], online);
                if (members.FindIndex(number => !vcpus.Contains(number)) is >= 0 and var missing)
                {
                    throw InvalidArgument(
                        $"vcpu '{members[missing]}' was not selected but it belongs to hotpluggable entity "
                        + $"'{members[0]}-{members[^1]}' which was partially selected");
                }

                chosen.Add(entity);
            }
        }

        if (chosen.Count != 1)
        {
            throw HotplugError.Unsupported("only one hotpluggable entity can be selected");
        }

        await ApplyAsync(guest, chosen, online, cancellation);
    }

    /// <summary>Plugs in what a guest begins with that can go again; its vCPUs stand still yet.</summary>
    public static async Task PlugAtStartAsync(
        QmpClient monitor, DomainDefinition definition, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(definition);
        ArgumentNullException.ThrowIfNull(monitor);
        if (definition.Vcpus.Individual is not { } listed
            || !listed.Values.Any(vcpu => vcpu is { Online: true, Hotpluggable: true }))
        {
            return;
        }

        var entities = await ReadAsync(monitor, cancellation);
        var wanted = entities.Where(entity => listed[entity.First] is { Online: true, Hotpluggable: true });
        foreach (var entity in wanted.OrderBy(entity => Turn(listed[entity.First])))
        {
            await monitor.ExecuteAsync("device_add", entity.Device.WriteMembersTo, cancellation);
        }

        Note(definition, await ReadAsync(monitor, cancellation));
    }

    /// <summary>Whether a device of this name is a vCPU that came later.</summary>
    public static bool IsVcpu(string alias)
    {
        ArgumentNullException.ThrowIfNull(alias);
        return alias.StartsWith(VcpuEntity.AliasPrefix, StringComparison.Ordinal)
            && uint.TryParse(
                alias.AsSpan(VcpuEntity.AliasPrefix.Length), NumberStyles.None, CultureInfo.InvariantCulture, out _);
    }

    /// <summary>Notes in the guest's definition which vCPUs there are: after one has gone late.</summary>
    public static async Task RefreshAsync(LiveGuest guest, CancellationToken cancellation = default)
    {
        ArgumentNullException.ThrowIfNull(guest);
        Note(guest.Definition, await ReadAsync(guest.Monitor, cancellation));
    }

    private static async Task<List<VcpuEntity>> ReadAsync(QmpClient monitor, CancellationToken cancellation)
    {
        var slots = monitor.QueryHotpluggableCpusAsync(cancellation);
        var cpus = await monitor.QueryCpusFastAsync(cancellation);
        try
        {
            return VcpuEntity.Arrange(await slots, cpus);
        }
        catch (QmpRefusedException)
        {
            throw HotplugError.Unsupported("cpu hotplug is not supported");
        }
    }

    private static List<VcpuEntity> Choose(List<VcpuEntity> entities, uint present, uint wanted)
    {
        var isMore = wanted > present;
        var candidates = isMore
            ? entities.Where(entity => !entity.IsOnline)
            : entities.Where(entity => entity.Slot.Alias is not null).Reverse();
        var chosen = new List<VcpuEntity>();
        foreach (var entity in candidates)
        {
            if (present == wanted)
            {
                break;
            }

            if (entity.Count > (isMore ? wanted - present : present - wanted))
            {
                throw Unsupported("target vm vcpu granularity does not allow the desired vcpu count");
            }

            present = isMore ? present + entity.Count : present - entity.Count;
            chosen.Add(entity);
        }

        return present == wanted
            ? chosen
            : throw Unsupported(
                "failed to find appropriate hotpluggable vcpus to reach the desired target vcpu count");
    }

    private static async Task ApplyAsync(
        LiveGuest guest, List<VcpuEntity> chosen, bool online, CancellationToken cancellation)
    {
        foreach (var entity in chosen)
        {
            if (online)
            {
                await guest.Monitor.ExecuteAsync("device_add", entity.Device.WriteMembersTo, cancellation);
            }
            else
            {
                await UnplugAsync(guest, entity, cancellation);
            }

            await RefreshAsync(guest, cancellation);
        }
    }

    private static async Task UnplugAsync(LiveGuest guest, VcpuEntity entity, CancellationToken cancellation)
    {
        var alias = entity.Slot.Alias ?? throw HotplugError.Unsupported($"vcpu '{entity.First}' can't be unplugged");
        using var removal = guest.Removals.Expect(alias);
        await guest.Monitor.ExecuteAsync("device_del", json => json.WriteString("id", alias), cancellation);
        switch (await removal.WaitAsync(guest.Patience, cancellation))
        {
            case true:
                return;
            case false:
                throw HotplugError.Failed($"unplug of device was rejected by the guest: '{alias}'");
            default:
                throw new VirException(
                    VirErrorNumber.VIR_ERR_OPERATION_TIMEOUT,
                    VirErrorDomain.VIR_FROM_QEMU,
                    "vcpu unplug request timed out. Unplug result must be manually inspected in the domain");
        }
    }

    // Those without a turn come last, in the order of their numbers.
    private static uint Turn(Vcpu vcpu) => vcpu.Order == 0 ? uint.MaxValue : vcpu.Order;

    private static void CheckState(VcpuEntity entity, uint vcpu, bool online)
    {
        if (entity.IsOnline == online)
        {
            throw InvalidArgument($"vcpu '{vcpu}' is already in requested state");
        }
    }

    private static void Note(DomainDefinition definition, List<VcpuEntity> entities)
    {
        var listed = new SortedDictionary<uint, Vcpu>();
        foreach (var entity in entities)
        {
            for (var number = entity.First; number < entity.First + entity.Count; number++)
            {
                listed[number] = new Vcpu
                {
                    Online = entity.IsOnline,
                    Hotpluggable = entity.IsHotpluggable,
                    Order = entity.Order,
                };
            }
        }

        definition.Vcpus.Individual = listed;
    }

    private static VirException InvalidArgument(string detail) =>
        new(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_QEMU, detail);

    private static VirException Unsupported(string detail) =>
        new(VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED, VirErrorDomain.VIR_FROM_QEMU, detail);
}
