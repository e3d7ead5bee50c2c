using System.Text;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>The host of the test hypervisor: numbers that never change.</summary>
internal sealed class TestNodeProcedures : INodeProcedures<TestHypervisor>
{
    private static readonly (string Field, ulong Value)[] CpuTimes =
    [
        (VirConstants.VIR_NODE_CPU_STATS_USER, 9797400000),
        (VirConstants.VIR_NODE_CPU_STATS_KERNEL, 34678723400000),
        (VirConstants.VIR_NODE_CPU_STATS_IDLE, 87264900000),
        (VirConstants.VIR_NODE_CPU_STATS_IOWAIT, 763600000),
    ];

    public ValueTask<NodeGetInfoRet> NodeGetInfoAsync(TestHypervisor call) => new(new NodeGetInfoRet
    {
        Model = Encoding.ASCII.GetBytes("i686"),
        Memory = 1024 * 1024 * 3,
        Cpus = 16,
        Mhz = 1400,
        Nodes = 2,
        Sockets = 2,
        Cores = 2,
        Threads = 2,
    });

    public ValueTask<NodeGetCpuStatsRet> NodeGetCpuStatsAsync(TestHypervisor call, NodeGetCpuStatsArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testNodeGetCPUStats");
        return new(args.Nparams == 0
            ? new NodeGetCpuStatsRet { Params = [], Nparams = CpuTimes.Length }
            : new NodeGetCpuStatsRet
            {
                Params = [.. CpuTimes.Take(args.Nparams)
                    .Select(time => new NodeGetCpuStats { Field = time.Field, Value = time.Value })],
            });
    }

    public ValueTask<NodeGetFreeMemoryRet> NodeGetFreeMemoryAsync(TestHypervisor call) => new(new NodeGetFreeMemoryRet
    {
        FreeMem = TestCapabilities.FreeMemory(0) + TestCapabilities.FreeMemory(1),
    });

    public ValueTask<NodeGetCellsFreeMemoryRet> NodeGetCellsFreeMemoryAsync(
        TestHypervisor call, NodeGetCellsFreeMemoryArgs args)
    {
        if (args.StartCell is < 0 or >= TestCapabilities.Cells)
        {
            throw TestHypervisor.Fault(VirErrorNumber.VIR_ERR_INVALID_ARG, "Range exceeds available cells");
        }

        var count = Math.Min(args.Maxcells, TestCapabilities.Cells - args.StartCell);
        return new(new NodeGetCellsFreeMemoryRet
        {
            Cells = [.. Enumerable.Range(args.StartCell, Math.Max(0, count))
                .Select(cell => TestCapabilities.Memory(cell))],
        });
    }

    public ValueTask<NodeGetCpuMapRet> NodeGetCpuMapAsync(TestHypervisor call, NodeGetCpuMapArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testNodeGetCPUMap");
        return new(new NodeGetCpuMapRet { Cpumap = args.NeedMap != 0 ? [0x15] : [], Online = 3, Ret = 8 });
    }

    public ValueTask<NodeGetSecurityModelRet> NodeGetSecurityModelAsync(TestHypervisor call) =>
        new(new NodeGetSecurityModelRet { Model = [.. "testSecurity\0"u8], Doi = [0] });

    public ValueTask<NodeNumOfDevicesRet> NodeNumOfDevicesAsync(TestHypervisor call, NodeNumOfDevicesArgs args) =>
        new(new NodeNumOfDevicesRet { Num = args.Cap is null or "system" ? 1 : 0 });

    public ValueTask<NodeListDevicesRet> NodeListDevicesAsync(TestHypervisor call, NodeListDevicesArgs args) =>
        new(new NodeListDevicesRet { Names = args.Cap is null or "system" ? [TestDefaults.ComputerName] : [] });
}
