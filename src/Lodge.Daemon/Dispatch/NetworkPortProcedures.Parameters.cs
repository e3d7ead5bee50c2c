using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Networks;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class NetworkPortProcedures
{
    private const int Limits = 7;
    private const uint TextsWelcome = (uint)VirTypedParameterFlags.VIR_TYPED_PARAM_STRING_OKAY;

    /// <inheritdoc/>
    public ValueTask<NetworkPortGetParametersRet> NetworkPortGetParametersAsync(
        ClientCall call, NetworkPortGetParametersArgs args)
    {
        FlagCheck.Only(args.Flags, TextsWelcome, "networkPortGetParameters");
        var now = Find(args.Port.Net).Current;
        RequireActive(now);
        var limits = NetworkDriver.FindPort(now, args.Port.Uuid.ToGuid()).Bandwidth;
        var list = new ParameterList();
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE, (uint)(limits?.Inbound?.Average ?? 0));
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK, (uint)(limits?.Inbound?.Peak ?? 0));
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR, (uint)(limits?.Inbound?.Floor ?? 0));
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_BURST, (uint)(limits?.Inbound?.Burst ?? 0));
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE, (uint)(limits?.Outbound?.Average ?? 0));
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK, (uint)(limits?.Outbound?.Peak ?? 0));
        list.Add(VirConstants.VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST, (uint)(limits?.Outbound?.Burst ?? 0));
        return new(new NetworkPortGetParametersRet
        {
            Params = args.Nparams == 0 ? [] : list.ToArray(args.Nparams),
            Nparams = args.Nparams == 0 ? Limits : Math.Min(Limits, args.Nparams),
        });
    }

    /// <inheritdoc/>
    public async ValueTask NetworkPortSetParametersAsync(ClientCall call, NetworkPortSetParametersArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "networkPortSetParameters");
        var network = Find(args.Port.Net);
        RequireActive(network.Current);
        var limits = LimitsOf(args.Params);
        await driver.ChangePortAsync(
            network, args.Port.Uuid.ToGuid(), port => port with { Bandwidth = limits }, call.CancellationToken);
    }

    private static Bandwidth? LimitsOf(TypedParameter[] parameters)
    {
        var inbound = new BandwidthRate();
        var outbound = new BandwidthRate();
        foreach (var parameter in parameters)
        {
            var value = parameter.Value.Type == VirTypedParameterType.VIR_TYPED_PARAM_UINT
                ? parameter.Value.AsUInt32()
                : throw DomainErrors.InvalidArgument(
                    $"invalid type for parameter '{parameter.Field}', expected 'uint'");
            switch (parameter.Field)
            {
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_AVERAGE: inbound.Average = value; break;
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_PEAK: inbound.Peak = value; break;
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_FLOOR: inbound.Floor = value; break;
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_IN_BURST: inbound.Burst = value; break;
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_OUT_AVERAGE: outbound.Average = value; break;
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_OUT_PEAK: outbound.Peak = value; break;
                case VirConstants.VIR_NETWORK_PORT_BANDWIDTH_OUT_BURST: outbound.Burst = value; break;
                default: throw DomainErrors.InvalidArgument($"parameter '{parameter.Field}' not supported");
            }
        }

        // Peak and burst alone limit nothing: no average (nor floor) takes the limit away.
        var limits = new Bandwidth
        {
            Inbound = inbound.Average + inbound.Floor > 0 ? inbound : null,
            Outbound = outbound.Average > 0 ? outbound : null,
        };
        return limits is { Inbound: null, Outbound: null } ? null : limits;
    }
}
