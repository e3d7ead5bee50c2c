using Lodge.Daemon.Domains.Statistics;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Domains.Tunables;

/// <summary>The rates of one network card, by libvirt's names, in KiB a second and KiB.</summary>
internal static class InterfaceTuning
{
    /// <summary>How many there are.</summary>
    public const int Count = 7;

    /// <summary>Reads all; what is not limited is 0.</summary>
    public static ParameterList Get(Interface card)
    {
        var (inbound, outbound) = (card.Bandwidth?.Inbound, card.Bandwidth?.Outbound);
        var list = new ParameterList();
        list.Add("inbound.average", (uint)(inbound?.Average ?? 0));
        list.Add("inbound.peak", (uint)(inbound?.Peak ?? 0));
        list.Add("inbound.burst", (uint)(inbound?.Burst ?? 0));
        list.Add("inbound.floor", (uint)(inbound?.Floor ?? 0));
        list.Add("outbound.average", (uint)(outbound?.Average ?? 0));
        list.Add("outbound.peak", (uint)(outbound?.Peak ?? 0));
        list.Add("outbound.burst", (uint)(outbound?.Burst ?? 0));
        return list;
    }

    /// <summary>
    /// The rates that hold after a change: a direction that is not spoken of stays, one of no rate is open.
    /// </summary>
    /// <exception cref="VirException">A parameter is not known, or of another type.</exception>
    public static Bandwidth? Change(Interface card, TypedParameter[] parameters)
    {
        var (inbound, outbound) = (new BandwidthRate(), new BandwidthRate());
        var (speaksOfIn, speaksOfOut) = (false, false);
        foreach (var parameter in parameters)
        {
            var value = Tuning.Number(parameter);
            switch (parameter.Field)
            {
                case "inbound.average":
                    (inbound.Average, speaksOfIn) = (value, true);
                    break;
                case "inbound.peak":
                    inbound.Peak = value;
                    break;
                case "inbound.burst":
                    inbound.Burst = value;
                    break;
                case "inbound.floor":
                    (inbound.Floor, speaksOfIn) = (value, true);
                    break;
                case "outbound.average":
                    (outbound.Average, speaksOfOut) = (value, true);
                    break;
                case "outbound.peak":
                    outbound.Peak = value;
                    break;
                case "outbound.burst":
                    outbound.Burst = value;
                    break;
                default:
                    throw Tuning.Unknown(parameter);
            }
        }

        CheckFloor(card, inbound);
        var next = new Bandwidth
        {
            Inbound = speaksOfIn ? (inbound.Average > 0 || inbound.Floor > 0 ? inbound : null)
                : card.Bandwidth?.Inbound,
            Outbound = speaksOfOut ? (outbound.Average > 0 ? outbound : null) : card.Bandwidth?.Outbound,
        };
        return next is { Inbound: null, Outbound: null } ? null : next;
    }

    /// <summary>Refuses cards whose traffic does not pass through a link of the host.</summary>
    /// <exception cref="VirException">VIR_ERR_CONFIG_UNSUPPORTED.</exception>
    public static void CheckType(Interface card)
    {
        if (card.ActualType is not (InterfaceType.Bridge or InterfaceType.Network or InterfaceType.Direct
            or InterfaceType.Ethernet))
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_CONFIG_UNSUPPORTED,
                $"setting bandwidth on interfaces of type '{card.ActualType.ToXml()}' is not implemented yet");
        }
    }

    private static void CheckFloor(Interface card, BandwidthRate inbound)
    {
        if (inbound.Floor > 0 && card.Type != InterfaceType.Network)
        {
            throw DomainErrors.Of(
                VirErrorNumber.VIR_ERR_OPERATION_UNSUPPORTED,
                $"Invalid use of 'floor' on interface with MAC address {card.Mac} - "
                    + "'floor' is only supported for interface type 'network' with forward type 'nat', "
                    + "'route', 'open' or none");
        }
    }
}
