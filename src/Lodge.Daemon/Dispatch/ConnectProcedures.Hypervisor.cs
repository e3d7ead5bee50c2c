using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Model.Domain;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;
using Lodge.Qemu.Probing;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    /// <summary>The QEMU programs of the host.</summary>
    public required QemuHypervisor Hypervisor { get; init; }

    /// <inheritdoc/>
    public async ValueTask<ConnectGetVersionRet> ConnectGetVersionAsync(ClientCall call)
    {
        var architecture = NodeInformation.Architecture();
        var emulator = QemuHypervisor.FindEmulator(architecture)
            ?? throw DomainErrors.Internal($"Cannot find suitable emulator for {architecture}");
        return new ConnectGetVersionRet { HvVer = (ulong)(await Hypervisor.GetCapabilitiesAsync(emulator)).Version };
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectGetCapabilitiesRet> ConnectGetCapabilitiesAsync(ClientCall call) =>
        new() { Capabilities = await Hypervisor.GetCapabilitiesXmlAsync() };

    /// <inheritdoc/>
    public ValueTask<ConnectGetCpuModelNamesRet> ConnectGetCpuModelNamesAsync(
        ClientCall call, ConnectGetCpuModelNamesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuConnectGetCPUModelNames");
        if (!CpuXml.IsArchitecture(args.Arch))
        {
            throw DomainErrors.InvalidArgument($"cannot find architecture {args.Arch}");
        }

        var names = Hypervisor.CpuModelNames(args.Arch) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_NO_SUPPORT,
            VirErrorDomain.VIR_FROM_CPU,
            $"'{args.Arch}' architecture is not supported by CPU driver");
        return new(new ConnectGetCpuModelNamesRet
        {
            Models = args.NeedResults == 0 ? [] : [.. names],
            Ret = names.Count,
        });
    }

    /// <inheritdoc/>
    public async ValueTask<ConnectGetDomainCapabilitiesRet> ConnectGetDomainCapabilitiesAsync(
        ClientCall call, ConnectGetDomainCapabilitiesArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuConnectGetDomainCapabilities");
        return new()
        {
            Capabilities = await Hypervisor.GetDomainCapabilitiesXmlAsync(
                args.Emulatorbin, args.Arch, args.Machine, args.Virttype),
        };
    }
}
