using Lodge.Daemon.Domains;
using Lodge.Daemon.Domains.Jobs;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Qmp.Commands;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const int MapLimit = 8192;

    /// <inheritdoc/>
    public ValueTask<DomainGetVcpusRet> DomainGetVcpusAsync(ClientCall call, DomainGetVcpusArgs args)
    {
        var live = driver.Find(args.Dom).Current.Live
            ?? throw DomainErrors.Invalid("cannot list vcpus for an inactive domain");
        var most = Math.Clamp(args.Maxinfo, 0, (int)live.Facts.Vcpus);
        var length = Math.Clamp(args.Maplen, 0, MapLimit);
        var host = HostCpus;
        var infos = new List<VcpuInfo>(most);
        var maps = new byte[most * length];
        foreach (var (number, thread) in live.VcpuThreads.OrderBy(vcpu => vcpu.Key).Take(most))
        {
            var times = live.Process is { } process
                ? ProcessTimes.OfThread(HostFiles.Real, process.Identity.Pid, thread)
                : null;
            CpuBits.Write(CpuAffinity.Get(thread), host, maps.AsSpan(infos.Count * length, length));
            infos.Add(new VcpuInfo
            {
                Number = (uint)number,
                State = (int)VirVcpuState.VIR_VCPU_RUNNING,
                CpuTime = times?.CpuNanoseconds ?? 0,
                Cpu = times?.LastCpu ?? -1,
            });
        }

        return Answer(new DomainGetVcpusRet { Info = [.. infos], Cpumaps = maps[..(infos.Count * length)] });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetVcpuPinInfoRet> DomainGetVcpuPinInfoAsync(ClientCall call, DomainGetVcpuPinInfoArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainGetVcpuPinInfo");
        var definition = DomainTarget.One(driver.Find(args.Dom).Current, args.Flags);
        var count = Math.Clamp(args.Ncpumaps, 0, (int)definition.Vcpus.Maximum);
        var length = Math.Clamp(args.Maplen, 0, MapLimit);
        var maps = new byte[count * length];
        for (var vcpu = 0; vcpu < count; vcpu++)
        {
            var pin = definition.CpuTune.VcpuPins.GetValueOrDefault((uint)vcpu) ?? definition.Vcpus.HostCpus;
            CpuBits.Write(pin, HostCpus, maps.AsSpan(vcpu * length, length));
        }

        return Answer(new DomainGetVcpuPinInfoRet { Cpumaps = maps, Num = count });
    }

    /// <inheritdoc/>
    public ValueTask<DomainGetEmulatorPinInfoRet> DomainGetEmulatorPinInfoAsync(
        ClientCall call, DomainGetEmulatorPinInfoArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainGetEmulatorPinInfo");
        var definition = DomainTarget.One(driver.Find(args.Dom).Current, args.Flags);
        var map = new byte[Math.Clamp(args.Maplen, 0, MapLimit)];
        CpuBits.Write(definition.CpuTune.EmulatorPin ?? definition.Vcpus.HostCpus, HostCpus, map);
        return Answer(new DomainGetEmulatorPinInfoRet { Cpumaps = map, Ret = 1 });
    }

    /// <inheritdoc/>
    public async ValueTask<DomainGetIothreadInfoRet> DomainGetIothreadInfoAsync(
        ClientCall call, DomainGetIothreadInfoArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainGetIOThreadInfo");
        var domain = driver.Find(args.Dom);
        using var job = await DomainDriver.BeginJobAsync(
            domain, DomainJobKind.Query, "virDomainGetIOThreadInfo", call.CancellationToken);
        var target = DomainTarget.Of(domain.Current, args.Flags);
        var infos = target.Live is { } live
            ? (await live.Monitor.QueryIoThreadsAsync()).Select(thread => Info(
                uint.TryParse(thread.Id.AsSpan().TrimStart("iothread"), out var id) ? id : 0,
                CpuAffinity.Get(thread.ThreadId)))
            : ConfiguredIoThreads(target.Config!.Definition);
        DomainIothreadInfo[] all = [.. infos];
        return new DomainGetIothreadInfoRet { Info = all, Ret = (uint)all.Length };
    }

    private static int HostCpus => CpuMap.Read(HostFiles.Real).Present;

    private static IEnumerable<DomainIothreadInfo> ConfiguredIoThreads(DomainDefinition definition) =>
        definition.IoThreads.Threads.Select(thread => Info(
            thread.Id, definition.CpuTune.IoThreadPins.GetValueOrDefault(thread.Id) ?? definition.Vcpus.HostCpus));

    private static DomainIothreadInfo Info(uint id, CpuSet? cpus)
    {
        var map = new byte[(HostCpus + 7) / 8];
        CpuBits.Write(cpus, HostCpus, map);
        return new DomainIothreadInfo { IothreadId = id, Cpumap = map };
    }
}
