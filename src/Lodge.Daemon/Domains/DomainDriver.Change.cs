using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Events;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains;

internal sealed partial class DomainDriver
{
    /// <summary>
    /// Changes a running guest, a stored configuration, or both, as the flags say. The new configuration is made before
    /// the
    /// guest is touched and stored after, so that whatever is refused changes nothing.
    /// </summary>
    /// <param name="request">Which domain, flags, function and client.</param>
    /// <param name="onLive">Changes the guest; null where no guest can be changed so.</param>
    /// <param name="onConfig">Changes a definition that is then stored; null where none is.</param>
    public async ValueTask ChangeAsync(
        ChangeRequest request, Func<LiveDomain, ValueTask>? onLive, Action<DomainDefinition>? onConfig)
    {
        using var job = await BeginJobAsync(request.Domain, DomainJobKind.Modify, request.Api, request.Cancellation);
        var target = DomainTarget.Of(request.Domain.Current, request.Flags);
        DomainDefinition? next = null;
        if (target.Config is { } config && onConfig is not null)
        {
            next = config.Copy();
            onConfig(next);
        }

        if (target.Live is { } live && onLive is not null)
            await onLive(live);
        if (next is not null)
            StoreConfig(request.Domain, next);
    }

    /// <summary>Tells that tunables of a running guest were set.</summary>
    public void EmitTunable(DomainObject domain, string name, string value)
    {
        var list = new ParameterList();
        list.Add(name, value);
        EmitTunables(domain, list.ToArray());
    }

    /// <summary>Tells that tunables of a running guest were set.</summary>
    public void EmitTunables(DomainObject domain, TypedParameter[] values)
    {
        if (values.Length > 0)
            Events.Emit(new TunableEvent(Wire(domain.Current), values));
    }
}
