using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Model.Domain;
using Lodge.Model.Schema;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Probing;
using Lodge.Qemu.Processors;
using static Lodge.Protocol.Constants.VirConnectBaselineCPUFlags;
using static Lodge.Protocol.Constants.VirConnectCompareCPUFlags;

namespace Lodge.Daemon.Dispatch;

/// <summary>CPUs compared and combined.</summary>
internal sealed partial class ConnectProcedures
{
    private const uint CompareFlags =
        (uint)(VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE | VIR_CONNECT_COMPARE_CPU_VALIDATE_XML);

    private const uint BaselineFlags =
        (uint)(VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES | VIR_CONNECT_BASELINE_CPU_MIGRATABLE);

    /// <inheritdoc/>
    public ValueTask<ConnectCompareCpuRet> ConnectCompareCpuAsync(ClientCall call, ConnectCompareCpuArgs args)
    {
        FlagCheck.Only(args.Flags, CompareFlags, "qemuConnectCompareCPU");
        SchemaCheck.WhereAsked(args.Flags, VIR_CONNECT_COMPARE_CPU_VALIDATE_XML, SchemaKind.Cpu, args.Xml);
        var compared = Hypervisor.CompareWithHost(CpuXml.Parse(args.Xml));
        return new(new ConnectCompareCpuRet { Result = Result(compared, args.Flags) });
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectCompareHypervisorCpuRet> ConnectCompareHypervisorCpuAsync(
        ClientCall call, ConnectCompareHypervisorCpuArgs args)
    {
        FlagCheck.Only(args.Flags, CompareFlags, "qemuConnectCompareHypervisorCPU");
        SchemaCheck.WhereAsked(args.Flags, VIR_CONNECT_COMPARE_CPU_VALIDATE_XML, SchemaKind.Cpu, args.XmlCPU);
        var compared = await Hypervisor.CompareWithHypervisorAsync(
            new HypervisorChoice(args.Emulator, args.Arch, args.Machine, args.Virttype),
            () => CpuXml.Parse(args.XmlCPU),
            call.CancellationToken);
        return new() { Result = Result(compared, args.Flags) };
    }

    /// <inheritdoc/>
    public ValueTask<ConnectBaselineCpuRet> ConnectBaselineCpuAsync(ClientCall call, ConnectBaselineCpuArgs args)
    {
        FlagCheck.Only(args.Flags, BaselineFlags, "qemuConnectBaselineCPU");
        var flags = (VirConnectBaselineCPUFlags)args.Flags;
        return new(new ConnectBaselineCpuRet
        {
            Cpu = Hypervisor.Baseline(
                Cpus(args.XmlCPUs, mustBeHosts: true),
                flags.HasFlag(VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES),
                flags.HasFlag(VIR_CONNECT_BASELINE_CPU_MIGRATABLE)),
        });
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectBaselineHypervisorCpuRet> ConnectBaselineHypervisorCpuAsync(
        ClientCall call, ConnectBaselineHypervisorCpuArgs args)
    {
        FlagCheck.Only(args.Flags, BaselineFlags, "qemuConnectBaselineHypervisorCPU");
        var flags = (VirConnectBaselineCPUFlags)args.Flags;
        return new()
        {
            Cpu = await Hypervisor.BaselineOfHypervisorAsync(
                new HypervisorChoice(args.Emulator, args.Arch, args.Machine, args.Virttype),
                Cpus(args.XmlCPUs, mustBeHosts: false),
                flags.HasFlag(VIR_CONNECT_BASELINE_CPU_EXPAND_FEATURES),
                flags.HasFlag(VIR_CONNECT_BASELINE_CPU_MIGRATABLE),
                call.CancellationToken),
        };
    }

    private static int Result(CpuComparison compared, uint flags) => (int)(
        (flags & (uint)VIR_CONNECT_COMPARE_CPU_FAIL_INCOMPATIBLE) != 0 ? compared.OrRefuse() : compared).Result;

    private static StandaloneCpu[] Cpus(string[] xmls, bool mustBeHosts) => xmls.Length > 0
        ? Array.ConvertAll(xmls, xml => CpuXml.Parse(xml, mustBeHosts))
        : throw new VirException(VirErrorNumber.VIR_ERR_INVALID_ARG, VirErrorDomain.VIR_FROM_CPU, "no CPUs given");
}
