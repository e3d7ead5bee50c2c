using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Tunables;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Hotplug;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    /// <inheritdoc/>
    public ValueTask DomainSetBlockIoTuneAsync(ClientCall call, DomainSetBlockIoTuneArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetBlockIoTune");
        var request = Change(call, args.Dom, args.Flags, "virDomainSetBlockIoTune");
        return driver.ChangeAsync(
            request,
            async live =>
            {
                var definition = live.Draft();
                var disk = DiskLookup.Find(definition, args.Disk)
                    ?? throw DomainErrors.InvalidArgument($"disk '{args.Disk}' was not found in the domain config");
                disk.IoTune = IoTuning.Apply(disk, args.Params);
                if (!disk.Source.IsEmpty)
                    await DiskThrottle.ApplyAsync(live.Monitor, disk);
                live.Publish(definition);
                driver.SaveStatus(request.Domain, live);
                driver.EmitTunables(request.Domain, IoTuning.Event(args.Disk, args.Params));
            },
            definition =>
            {
                var disk = definition.Disks.Find(one => one.Target == args.Disk || one.Source.Path == args.Disk)
                    ?? throw DomainErrors.InvalidArgument($"missing persistent configuration for disk '{args.Disk}'");
                disk.IoTune = IoTuning.Apply(disk, args.Params);
            });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetBlockIoTuneRet> DomainGetBlockIoTuneAsync(ClientCall call, DomainGetBlockIoTuneArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | TextsWelcome, "qemuDomainGetBlockIoTune");
        var definition = DomainTarget.One(driver.Find(args.Dom).Current, args.Flags & AffectBoth);
        if (args.Nparams == 0)
            return Answer(new DomainGetBlockIoTuneRet { Params = [], Nparams = IoTuning.Count });
        var name = args.Disk ?? throw DomainErrors.InvalidArgument("disk in virDomainGetBlockIoTune must not be NULL");
        var disk = DiskLookup.Find(definition, name)
            ?? throw DomainErrors.InvalidArgument($"disk '{name}' was not found in the domain config");
        return Answer(new DomainGetBlockIoTuneRet { Params = IoTuning.Get(disk).ToArray(args.Nparams), Nparams = 0 });
    }

    /// <inheritdoc/>
    public ValueTask DomainSetBlkioParametersAsync(ClientCall call, DomainSetBlkioParametersArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainSetBlkioParameters");
        return SetTuningAsync(
            Change(call, args.Dom, args.Flags, "virDomainSetBlkioParameters"), "blkio", definition =>
                BlkioTuning.Set(definition, args.Params));
    }
}
