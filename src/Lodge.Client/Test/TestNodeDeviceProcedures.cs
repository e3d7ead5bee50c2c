using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>The host's device <c>computer</c>.</summary>
internal sealed class TestNodeDeviceProcedures : INodeDeviceProcedures<TestHypervisor>
{
    public ValueTask<NodeDeviceLookupByNameRet> NodeDeviceLookupByNameAsync(
        TestHypervisor call, NodeDeviceLookupByNameArgs args)
    {
        Require(args.Name);
        return new(new NodeDeviceLookupByNameRet { Dev = new() { Name = args.Name } });
    }

    public ValueTask<NodeDeviceGetXmlDescRet> NodeDeviceGetXmlDescAsync(
        TestHypervisor call, NodeDeviceGetXmlDescArgs args)
    {
        Require(args.Name);
        return new(new NodeDeviceGetXmlDescRet { Xml = TestDefaults.ComputerXml });
    }

    public ValueTask<NodeDeviceGetParentRet> NodeDeviceGetParentAsync(TestHypervisor call, NodeDeviceGetParentArgs args)
    {
        Require(args.Name);
        return new(default(NodeDeviceGetParentRet));
    }

    public ValueTask<NodeDeviceNumOfCapsRet> NodeDeviceNumOfCapsAsync(TestHypervisor call, NodeDeviceNumOfCapsArgs args)
    {
        Require(args.Name);
        return new(new NodeDeviceNumOfCapsRet { Num = 1 });
    }

    public ValueTask<NodeDeviceListCapsRet> NodeDeviceListCapsAsync(TestHypervisor call, NodeDeviceListCapsArgs args)
    {
        Require(args.Name);
        return new(new NodeDeviceListCapsRet { Names = ["system"] });
    }

    private static void Require(string name)
    {
        if (name != TestDefaults.ComputerName)
        {
            throw new VirException(
                VirErrorNumber.VIR_ERR_NO_NODE_DEVICE, VirErrorDomain.VIR_FROM_TEST,
                $"no node device with matching name '{name}'");
        }
    }
}
