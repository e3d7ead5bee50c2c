using Lodge.Model.Domain;
using Lodge.Model.Nwfilter;
using Lodge.Network.Filters.Learning;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Filters;

/// <summary>A filter on a port, as clients see it.</summary>
/// <param name="Definition">The port and the filter.</param>
/// <param name="Learned">The addresses the guest behind it was seen to have.</param>
internal sealed record StoredBinding(FilterBinding Definition, IReadOnlyList<LearnedAddress> Learned)
{
    /// <summary>How it is named on the wire.</summary>
    public RemoteNwfilterBinding Wire =>
        new() { Portdev = Definition.PortDevice, Filtername = Definition.Filter.Filter };

    /// <summary>The binding with the guest's own addresses among its values, where none were given.</summary>
    public FilterBinding WithOwnValues()
    {
        var reference = new FilterReference { Filter = Definition.Filter.Filter };
        foreach (var (name, values) in Definition.Filter.Parameters)
        {
            reference.Parameters[name] = values;
        }

        reference.Parameters.TryAdd("MAC", [Definition.Mac.ToString()]);
        if (Learned.Count > 0)
            reference.Parameters.TryAdd("IP", [.. Learned.Select(learned => learned.Address.ToString())]);
        return new FilterBinding
        {
            OwnerName = Definition.OwnerName,
            OwnerUuid = Definition.OwnerUuid,
            PortDevice = Definition.PortDevice,
            LinkDevice = Definition.LinkDevice,
            Mac = Definition.Mac,
            Filter = reference,
        };
    }
}
