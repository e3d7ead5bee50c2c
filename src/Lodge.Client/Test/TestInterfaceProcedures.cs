using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>The host's interface <c>eth1</c>, which is always up.</summary>
internal sealed class TestInterfaceProcedures : IInterfaceProcedures<TestHypervisor>
{
    public static RemoteInterface Wire { get; } = new() { Name = TestDefaults.InterfaceName,
        Mac = TestDefaults.InterfaceMac };

    public ValueTask<InterfaceLookupByNameRet> InterfaceLookupByNameAsync(
        TestHypervisor call, InterfaceLookupByNameArgs args) => args.Name == Wire.Name
        ? new(new InterfaceLookupByNameRet { Iface = Wire })
        : throw new VirException(
            VirErrorNumber.VIR_ERR_NO_INTERFACE, VirErrorDomain.VIR_FROM_TEST,
            $"no interface with matching name '{args.Name}'");

    public ValueTask<InterfaceLookupByMacStringRet> InterfaceLookupByMacStringAsync(
        TestHypervisor call, InterfaceLookupByMacStringArgs args) => args.Mac == Wire.Mac
        ? new(new InterfaceLookupByMacStringRet { Iface = Wire })
        : throw new VirException(
            VirErrorNumber.VIR_ERR_NO_INTERFACE, VirErrorDomain.VIR_FROM_TEST,
            $"no interface with matching mac '{args.Mac}'");

    public ValueTask<InterfaceGetXmlDescRet> InterfaceGetXmlDescAsync(
        TestHypervisor call, InterfaceGetXmlDescArgs args) =>
        new(new InterfaceGetXmlDescRet { Xml = TestDefaults.InterfaceXml });

    public ValueTask<InterfaceIsActiveRet> InterfaceIsActiveAsync(TestHypervisor call, InterfaceIsActiveArgs args) =>
        new(new InterfaceIsActiveRet { Active = 1 });
}
