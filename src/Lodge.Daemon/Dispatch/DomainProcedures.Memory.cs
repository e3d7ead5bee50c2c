using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Qmp;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const uint AffectLive = (uint)VirDomainModificationImpact.VIR_DOMAIN_AFFECT_LIVE;
    private const uint AffectConfig = (uint)VirDomainModificationImpact.VIR_DOMAIN_AFFECT_CONFIG;
    private const uint AffectBoth = AffectLive | AffectConfig;
    private const uint MaximumMemory = (uint)VirDomainMemoryModFlags.VIR_DOMAIN_MEM_MAXIMUM;
    private const ulong Kibi = 1024;

    /// <inheritdoc/>
    public ValueTask DomainSetMemoryAsync(ClientCall call, DomainSetMemoryArgs args) =>
        SetMemoryAsync(Change(call, args.Dom, AffectLive, "virDomainSetMemory"), args.Memory, false);

    /// <inheritdoc/>
    public ValueTask DomainSetMaxMemoryAsync(ClientCall call, DomainSetMaxMemoryArgs args) =>
        SetMemoryAsync(Change(call, args.Dom, 0, "virDomainSetMaxMemory"), args.Memory, true);

    /// <inheritdoc/>
    public ValueTask DomainSetMemoryFlagsAsync(ClientCall call, DomainSetMemoryFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | MaximumMemory, "qemuDomainSetMemoryFlags");
        return SetMemoryAsync(
            Change(call, args.Dom, args.Flags & AffectBoth, "virDomainSetMemoryFlags"),
            args.Memory,
            (args.Flags & MaximumMemory) != 0);
    }

    /// <inheritdoc/>
    public ValueTask DomainSetMemoryStatsPeriodAsync(ClientCall call, DomainSetMemoryStatsPeriodArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetMemoryStatsPeriod");
        if (args.Period < 0)
            throw DomainErrors.InvalidArgument("period in virDomainSetMemoryStatsPeriod must be zero or greater");
        var domain = driver.Find(args.Dom);
        return driver.ChangeAsync(
            new ChangeRequest(domain, args.Flags, "virDomainSetMemoryStatsPeriod", call.CancellationToken),
            async live =>
            {
                await live.Monitor.SetBalloonPollingAsync(Balloon(live.Definition).Alias ?? "", args.Period);
                driver.ChangeLive(domain, live, definition => Balloon(definition).StatsPeriod = args.Period);
            },
            definition => Balloon(definition).StatsPeriod = args.Period);
    }

    private static Memballoon Balloon(DomainDefinition definition) =>
        definition.Memballoon is { Model: not MemballoonModel.None } balloon
            ? balloon
            : throw DomainErrors.Internal("No memory balloon device configured, can not set the collection period");

    private ChangeRequest Change(ClientCall call, in RemoteDomain dom, uint flags, string api) =>
        new(driver.Find(dom), flags, api, call.CancellationToken);

    private ValueTask SetMemoryAsync(ChangeRequest request, ulong memory, bool maximum)
    {
        if (memory == 0)
            throw DomainErrors.InvalidArgument($"memory in {request.Api} must not be zero");
        return maximum
            ? driver.ChangeAsync(request, RefuseMaximumAsync, definition => SetMaximum(definition, memory))
            : driver.ChangeAsync(
                request, live => SetBalloonAsync(live, memory), definition => SetCurrent(definition, memory));
    }

    private static ValueTask RefuseMaximumAsync(LiveDomain live) =>
        throw DomainErrors.Invalid("cannot resize the maximum memory on an active domain");

    private static void SetMaximum(DomainDefinition definition, ulong memory)
    {
        if (definition.Numa is { Cells.Count: > 0 })
        {
            throw DomainErrors.Invalid(
                "initial memory size of a domain with NUMA nodes cannot be modified with this API");
        }

        if (definition.MaximumMemory is var limit and > 0 && limit < memory)
            throw DomainErrors.Invalid("cannot set initial memory size greater than the maximum memory size");
        definition.Memory = memory;
        definition.CurrentMemory = Math.Min(definition.CurrentMemory, memory);
    }

    private static void SetCurrent(DomainDefinition definition, ulong memory)
    {
        if (memory > definition.Memory)
            throw DomainErrors.InvalidArgument("cannot set memory higher than max memory");
        definition.CurrentMemory = memory;
    }

    private static async ValueTask SetBalloonAsync(LiveDomain live, ulong memory)
    {
        if (memory > live.Facts.MaximumMemory)
            throw DomainErrors.InvalidArgument("cannot set memory higher than max memory");
        try
        {
            await live.Monitor.SetBalloonAsync(memory * Kibi);
        }
        catch (VirException refused) when (refused.InnerException is QmpRefusedException
            { ErrorClass: "DeviceNotActive" or "KVMMissingCap" })
        {
            throw DomainErrors.Invalid(
                "Unable to change memory of active domain without the balloon device and guest OS balloon driver");
        }
    }
}
