using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Statistics;
using Lodge.Daemon.Domains.Tunables;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const uint TextsWelcome = (uint)VirTypedParameterFlags.VIR_TYPED_PARAM_STRING_OKAY;

    /// <inheritdoc/>
    public ValueTask<DomainGetSchedulerTypeRet> DomainGetSchedulerTypeAsync(
        ClientCall call, DomainGetSchedulerTypeArgs args)
    {
        if (driver.Find(args.Dom).Current.IsActive)
            throw Tuning.NoController("CPU");
        return Answer(new DomainGetSchedulerTypeRet { Type = "posix", Nparams = SchedulerTuning.Count });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetSchedulerParametersRet> DomainGetSchedulerParametersAsync(
        ClientCall call, DomainGetSchedulerParametersArgs args) =>
        Answer(new DomainGetSchedulerParametersRet { Params = Scheduler(args.Dom, args.Nparams, 0) });

    /// <inheritdoc/>
    public ValueTask<DomainGetSchedulerParametersFlagsRet> DomainGetSchedulerParametersFlagsAsync(
        ClientCall call, DomainGetSchedulerParametersFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | TextsWelcome, "qemuDomainGetSchedulerParametersFlags");
        return Answer(new DomainGetSchedulerParametersFlagsRet
        {
            Params = Scheduler(args.Dom, args.Nparams, args.Flags & AffectBoth),
        });
    }

    /// <inheritdoc/>
    public ValueTask DomainSetSchedulerParametersAsync(ClientCall call, DomainSetSchedulerParametersArgs args) =>
        SetTuningAsync(
            Change(call, args.Dom, 0, "virDomainSetSchedulerParameters"), "CPU", definition =>
                SchedulerTuning.Set(definition, args.Params));

    /// <inheritdoc/>
    public ValueTask DomainSetSchedulerParametersFlagsAsync(
        ClientCall call, DomainSetSchedulerParametersFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetSchedulerParametersFlags");
        return SetTuningAsync(
            Change(call, args.Dom, args.Flags, "virDomainSetSchedulerParametersFlags"), "CPU", definition =>
                SchedulerTuning.Set(definition, args.Params));
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetMemoryParametersRet> DomainGetMemoryParametersAsync(
        ClientCall call, DomainGetMemoryParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | TextsWelcome, "qemuDomainGetMemoryParameters");
        var list = MemoryTuning.Get(Configured(args.Dom, args.Flags, "memory"));
        return Answer(args.Nparams == 0
            ? new DomainGetMemoryParametersRet { Params = [], Nparams = list.Count }
            : new DomainGetMemoryParametersRet { Params = list.ToArray(args.Nparams), Nparams = 0 });
    }

    /// <inheritdoc/>
    public ValueTask DomainSetMemoryParametersAsync(ClientCall call, DomainSetMemoryParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetMemoryParameters");
        return SetTuningAsync(
            Change(call, args.Dom, args.Flags, "virDomainSetMemoryParameters"), "memory", definition =>
                MemoryTuning.Set(definition, args.Params));
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetBlkioParametersRet> DomainGetBlkioParametersAsync(
        ClientCall call, DomainGetBlkioParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | TextsWelcome, "qemuDomainGetBlkioParameters");
        _ = driver.Find(args.Dom);
        if (args.Nparams == 0)
        {
            // How many there are, whatever state the guest is in.
            var count = BlkioTuning.Get(new DomainDefinition()).Count;
            return Answer(new DomainGetBlkioParametersRet { Params = [], Nparams = count });
        }

        var list = BlkioTuning.Get(Configured(args.Dom, args.Flags, "blkio"));
        return Answer(new DomainGetBlkioParametersRet { Params = list.ToArray(args.Nparams), Nparams = 0 });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetNumaParametersRet> DomainGetNumaParametersAsync(
        ClientCall call, DomainGetNumaParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | TextsWelcome, "qemuDomainGetNumaParameters");
        var list = NumaTuning.Get(DomainTarget.One(driver.Find(args.Dom).Current, args.Flags & AffectBoth));
        return Answer(args.Nparams == 0
            ? new DomainGetNumaParametersRet { Params = [], Nparams = list.Count }
            : new DomainGetNumaParametersRet { Params = list.ToArray(args.Nparams), Nparams = 0 });
    }

    /// <inheritdoc/>
    public ValueTask DomainSetNumaParametersAsync(ClientCall call, DomainSetNumaParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetNumaParameters");
        return SetTuningAsync(
            Change(call, args.Dom, args.Flags, "virDomainSetNumaParameters"), "cpuset", definition =>
                NumaTuning.Set(definition, args.Params));
    }

    private TypedParameter[] Scheduler(in RemoteDomain dom, int most, uint flags) =>
        SchedulerTuning.Get(Configured(dom, flags, "CPU")).ToArray(most);

    /// <summary>The definition whose tunables are asked for; a guest's own are in a cgroup that this host does not
    /// have.</summary>
    private DomainDefinition Configured(in RemoteDomain dom, uint flags, string controller)
    {
        var now = driver.Find(dom).Current;
        var target = DomainTarget.Of(now, flags & AffectBoth);
        return target.Live is null ? DomainTarget.One(now, flags & AffectBoth) : throw Tuning.NoController(controller);
    }

    private ValueTask SetTuningAsync(ChangeRequest request, string controller, Action<DomainDefinition> change) =>
        driver.ChangeAsync(request, _ => throw Tuning.NoController(controller), change);
}
