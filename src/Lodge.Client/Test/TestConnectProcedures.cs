using Lodge.Model.Domain;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client.Test;

/// <summary>What the test hypervisor is, and its lists.</summary>
internal sealed class TestConnectProcedures : IConnectProcedures<TestHypervisor>
{
    private const uint ListFlags = 0xffff;

    public ValueTask ConnectOpenAsync(TestHypervisor call, ConnectOpenArgs args) => default;

    public ValueTask ConnectCloseAsync(TestHypervisor call) => default;

    public ValueTask<ConnectGetTypeRet> ConnectGetTypeAsync(TestHypervisor call) =>
        new(new ConnectGetTypeRet { Type = "TEST" });

    public ValueTask<ConnectGetVersionRet> ConnectGetVersionAsync(TestHypervisor call) =>
        new(new ConnectGetVersionRet { HvVer = 2 });

    public ValueTask<ConnectGetLibVersionRet> ConnectGetLibVersionAsync(TestHypervisor call) =>
        new(new ConnectGetLibVersionRet { LibVer = VirConstants.LIBVIR_VERSION_NUMBER });

    public ValueTask<ConnectGetHostnameRet> ConnectGetHostnameAsync(TestHypervisor call) =>
        new(new ConnectGetHostnameRet { Hostname = Environment.MachineName });

    public ValueTask<ConnectGetMaxVcpusRet> ConnectGetMaxVcpusAsync(TestHypervisor call, ConnectGetMaxVcpusArgs args) =>
        new(new ConnectGetMaxVcpusRet { MaxVcpus = TestDomainProcedures.MaxVcpus });

    public ValueTask<ConnectGetCapabilitiesRet> ConnectGetCapabilitiesAsync(TestHypervisor call) =>
        new(new ConnectGetCapabilitiesRet { Capabilities = TestCapabilities.ToXml() });

    public ValueTask<ConnectGetSysinfoRet> ConnectGetSysinfoAsync(TestHypervisor call, ConnectGetSysinfoArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0, "testConnectGetSysinfo");
        return new(new ConnectGetSysinfoRet { Sysinfo = TestDefaults.SysinfoXml });
    }

    public ValueTask<ConnectIsSecureRet> ConnectIsSecureAsync(TestHypervisor call) =>
        new(new ConnectIsSecureRet { Secure = 1 });

    public ValueTask<ConnectSupportsFeatureRet> ConnectSupportsFeatureAsync(
        TestHypervisor call, ConnectSupportsFeatureArgs args) => new(new ConnectSupportsFeatureRet
        {
            Supported = args.Feature == (int)DriverFeature.TypedParameterString ? 1 : 0,
        });

    public ValueTask<ConnectNumOfDomainsRet> ConnectNumOfDomainsAsync(TestHypervisor call) =>
        new(new ConnectNumOfDomainsRet { Num = call.Domains.Count(domain => domain.IsActive) });

    public ValueTask<ConnectListDomainsRet> ConnectListDomainsAsync(TestHypervisor call, ConnectListDomainsArgs args) =>
        new(new ConnectListDomainsRet
        {
            Ids = [.. call.Domains.Where(domain => domain.IsActive).Select(domain => domain.Definition.Id)
                .Take(args.Maxids)],
        });

    public ValueTask<ConnectNumOfDefinedDomainsRet> ConnectNumOfDefinedDomainsAsync(TestHypervisor call) =>
        new(new ConnectNumOfDefinedDomainsRet { Num = call.Domains.Count(domain => !domain.IsActive) });

    public ValueTask<ConnectListDefinedDomainsRet> ConnectListDefinedDomainsAsync(
        TestHypervisor call, ConnectListDefinedDomainsArgs args) => new(new ConnectListDefinedDomainsRet
        {
            Names = [.. call.Domains.Where(domain => !domain.IsActive).Select(domain => domain.Name)
                .Take(args.Maxnames)],
        });

    public ValueTask<ConnectListAllDomainsRet> ConnectListAllDomainsAsync(
        TestHypervisor call, ConnectListAllDomainsArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, ListFlags, "testConnectListAllDomains");
        var filter = (VirConnectListAllDomainsFlags)args.Flags;
        RemoteDomain[] found = [.. call.Domains.Where(domain => IsWanted(domain, filter))
            .Select(domain => domain.ToWire())];
        return new(new ConnectListAllDomainsRet
        {
            Domains = args.NeedResults != 0 ? found : [], Ret = (uint)found.Length,
        });
    }

    public ValueTask<ConnectGetAllDomainStatsRet> ConnectGetAllDomainStatsAsync(
        TestHypervisor call, ConnectGetAllDomainStatsArgs args)
    {
        const VirDomainStatsTypes Supported =
            VirDomainStatsTypes.VIR_DOMAIN_STATS_STATE | VirDomainStatsTypes.VIR_DOMAIN_STATS_IOTHREAD;
        var wanted = args.Stats == 0 ? Supported : (VirDomainStatsTypes)args.Stats;
        var flags = (VirConnectGetAllDomainStatsFlags)args.Flags;
        if (flags.HasFlag(VirConnectGetAllDomainStatsFlags.VIR_CONNECT_GET_ALL_DOMAINS_STATS_ENFORCE_STATS)
            && (wanted & ~Supported) != 0)
        {
            throw TestHypervisor.Fault(
                VirErrorNumber.VIR_ERR_ARGUMENT_UNSUPPORTED,
                $"Stats types bits 0x{(uint)(wanted & ~Supported):x} are not supported by this daemon");
        }

        var filter = (VirConnectListAllDomainsFlags)(args.Flags & ListFlags);
        var domains = args.Doms.Length > 0 ? args.Doms.Select(wire => call.Find(wire)) : call.Domains;
        return new(new ConnectGetAllDomainStatsRet
        {
            RetStats = [.. domains.Where(domain => IsWanted(domain, filter)).Select(domain => new DomainStatsRecord
            {
                Dom = domain.ToWire(), Params = StatisticsOf(domain, wanted),
            })],
        });
    }

    public ValueTask<ConnectDomainEventCallbackRegisterAnyRet> ConnectDomainEventCallbackRegisterAnyAsync(
        TestHypervisor call, ConnectDomainEventCallbackRegisterAnyArgs args) =>
        new(new ConnectDomainEventCallbackRegisterAnyRet
        {
            CallbackID = call.Subscribe((VirDomainEventID)args.EventID, args.Dom?.Uuid),
        });

    public ValueTask ConnectDomainEventCallbackDeregisterAnyAsync(
        TestHypervisor call, ConnectDomainEventCallbackDeregisterAnyArgs args)
    {
        call.Unsubscribe(args.CallbackID);
        return default;
    }

    public ValueTask<ConnectNumOfNetworksRet> ConnectNumOfNetworksAsync(TestHypervisor call) =>
        new(new ConnectNumOfNetworksRet { Num = call.Network.IsActive ? 1 : 0 });

    public ValueTask<ConnectNumOfDefinedNetworksRet> ConnectNumOfDefinedNetworksAsync(TestHypervisor call) =>
        new(new ConnectNumOfDefinedNetworksRet { Num = call.Network.IsActive ? 0 : 1 });

    public ValueTask<ConnectListNetworksRet> ConnectListNetworksAsync(
        TestHypervisor call, ConnectListNetworksArgs args) =>
        new(new ConnectListNetworksRet { Names = call.Network.IsActive ? [TestDefaults.NetworkName] : [] });

    public ValueTask<ConnectListDefinedNetworksRet> ConnectListDefinedNetworksAsync(
        TestHypervisor call, ConnectListDefinedNetworksArgs args) =>
        new(new ConnectListDefinedNetworksRet { Names = call.Network.IsActive ? [] : [TestDefaults.NetworkName] });

    public ValueTask<ConnectListAllNetworksRet> ConnectListAllNetworksAsync(
        TestHypervisor call, ConnectListAllNetworksArgs args)
    {
        RemoteNetwork[] found = call.Network.Matches(args.Flags) ? [TestNetworkProcedures.Wire] : [];
        return new(new ConnectListAllNetworksRet { Nets = found, Ret = (uint)found.Length });
    }

    public ValueTask<ConnectListAllStoragePoolsRet> ConnectListAllStoragePoolsAsync(
        TestHypervisor call, ConnectListAllStoragePoolsArgs args)
    {
        const uint DirectoryType = (uint)VirConnectListAllStoragePoolsFlags.VIR_CONNECT_LIST_STORAGE_POOLS_DIR;
        var types = args.Flags & ~0x3fu;
        RemoteStoragePool[] found = types != 0 && (types & DirectoryType) == 0
            ? []
            : [.. call.Pools.Where(pool => pool.Switch.Matches(args.Flags)).Select(pool => pool.ToWire())];
        return new(new ConnectListAllStoragePoolsRet { Pools = found, Ret = (uint)found.Length });
    }

    public ValueTask<ConnectListAllInterfacesRet> ConnectListAllInterfacesAsync(
        TestHypervisor call, ConnectListAllInterfacesArgs args)
    {
        var wantsActive = (args.Flags & 3) != 2;
        return new(new ConnectListAllInterfacesRet
        {
            Ifaces = wantsActive ? [TestInterfaceProcedures.Wire] : [], Ret = wantsActive ? 1u : 0,
        });
    }

    public ValueTask<ConnectListAllNodeDevicesRet> ConnectListAllNodeDevicesAsync(
        TestHypervisor call, ConnectListAllNodeDevicesArgs args)
    {
        TestHypervisor.CheckFlags(args.Flags, 0x1fffff, "testConnectListAllNodeDevices");
        var wantsSystem = args.Flags == 0 || (args.Flags & 1) != 0;
        return new(new ConnectListAllNodeDevicesRet
        {
            Devices = wantsSystem ? [new() { Name = TestDefaults.ComputerName }] : [], Ret = wantsSystem ? 1u : 0,
        });
    }

    private static TypedParameter[] StatisticsOf(TestDomain domain, VirDomainStatsTypes wanted)
    {
        var list = new List<TypedParameter>();
        if (wanted.HasFlag(VirDomainStatsTypes.VIR_DOMAIN_STATS_STATE))
        {
            list.Add(TypedParameter.Of("state.state", (int)domain.State));
            list.Add(TypedParameter.Of("state.reason", domain.Reason));
        }

        if (wanted.HasFlag(VirDomainStatsTypes.VIR_DOMAIN_STATS_IOTHREAD)
            && domain.Definition.IoThreads.Threads.Count > 0)
        {
            list.Add(TypedParameter.Of("iothread.count", (uint)domain.Definition.IoThreads.Threads.Count));
        }

        return [.. list];
    }

    private static bool IsWanted(TestDomain domain, VirConnectListAllDomainsFlags filter)
    {
        bool Passes(VirConnectListAllDomainsFlags yes, VirConnectListAllDomainsFlags no, bool value) =>
            (filter & (yes | no)) == 0 || filter.HasFlag(value ? yes : no);

        var state = domain.State switch
        {
            VirDomainState.VIR_DOMAIN_RUNNING => VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_RUNNING,
            VirDomainState.VIR_DOMAIN_PAUSED => VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_PAUSED,
            VirDomainState.VIR_DOMAIN_SHUTOFF => VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_SHUTOFF,
            _ => VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_OTHER,
        };
        const VirConnectListAllDomainsFlags States = VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_RUNNING
            | VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_PAUSED
            | VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_SHUTOFF
            | VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_OTHER;
        return ((filter & States) == 0 || (filter & state) != 0)
            && Passes(
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_ACTIVE,
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_INACTIVE,
                domain.IsActive)
            && Passes(
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_PERSISTENT,
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_TRANSIENT,
                domain.IsPersistent)
            && Passes(
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_MANAGEDSAVE,
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_NO_MANAGEDSAVE,
                domain.HasManagedSave)
            && Passes(
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_AUTOSTART,
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_NO_AUTOSTART,
                domain.HasAutostart)
            && Passes(
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_HAS_SNAPSHOT,
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_NO_SNAPSHOT,
                false)
            && Passes(
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_HAS_CHECKPOINT,
                VirConnectListAllDomainsFlags.VIR_CONNECT_LIST_DOMAINS_NO_CHECKPOINT,
                false);
    }
}
