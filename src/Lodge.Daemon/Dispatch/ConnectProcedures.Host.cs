using System.Net;
using System.Net.Sockets;
using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Host.Facts;
using Lodge.Host.Kvm;
using Lodge.Host.Sysinfo;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class ConnectProcedures
{
    private const int EmulatedMaxVcpus = 16;

    /// <inheritdoc/>
    public async ValueTask<ConnectGetHostnameRet> ConnectGetHostnameAsync(ClientCall call)
    {
        var name = (HostFiles.Real.Text("/proc/sys/kernel/hostname") ?? HostIdentity.Name).Trim();
        return new ConnectGetHostnameRet { Hostname = await QualifyAsync(name) };
    }

    /// <inheritdoc/>
    public ValueTask<ConnectGetSysinfoRet> ConnectGetSysinfoAsync(ClientCall call, ConnectGetSysinfoArgs args)
    {
        FlagCheck.Only(args.Flags, 0, "qemuConnectGetSysinfo");
        return new(new ConnectGetSysinfoRet { Sysinfo = SystemInformation.Read(HostFiles.Real).ToXml() });
    }

    /// <inheritdoc/>
    public ValueTask<ConnectGetMaxVcpusRet> ConnectGetMaxVcpusAsync(ClientCall call, ConnectGetMaxVcpusArgs args)
    {
        var most = args.Type?.ToLowerInvariant() switch
        {
            null or "qemu" => EmulatedMaxVcpus,
            "kvm" => KvmLimits.MaxVcpus(),
            _ => throw DomainErrors.InvalidArgument($"unknown type '{args.Type}'"),
        };
        return new(new ConnectGetMaxVcpusRet { MaxVcpus = most });
    }

    // As libvirt's virGetHostname: a name with a dot is whole, and a resolver that only knows "localhost" knows less
    // than the kernel.
    private static async Task<string> QualifyAsync(string name)
    {
        if (name.Contains('.', StringComparison.Ordinal) || name.StartsWith("localhost", StringComparison.Ordinal))
        {
            return name;
        }

        try
        {
            var found = (await Dns.GetHostEntryAsync(name)).HostName;
            return found.StartsWith("localhost", StringComparison.Ordinal) ? name : found;
        }
        catch (SocketException)
        {
            return name;
        }
    }
}
