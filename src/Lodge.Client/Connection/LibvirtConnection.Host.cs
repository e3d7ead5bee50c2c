using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the hypervisor is and can do.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Calls libvirt. (<c>virConnectGetType</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetTypeAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetTypeAsync(cancellationToken).ConfigureAwait(false)).Type;

    /// <summary>Calls libvirt. (<c>virConnectGetMaxVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> GetMaxVcpusAsync(string? type, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetMaxVcpusAsync(new() { Type = type }, cancellationToken).ConfigureAwait(false)).MaxVcpus;

    /// <summary>Calls libvirt. (<c>virConnectGetCapabilities</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetCapabilitiesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetCapabilitiesAsync(cancellationToken).ConfigureAwait(false)).Capabilities;

    /// <summary>Calls libvirt. (<c>virConnectGetHostname</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetHostnameAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetHostnameAsync(cancellationToken).ConfigureAwait(false)).Hostname;

    /// <summary>Calls libvirt. (<c>virConnectSupportsFeature</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> SupportsFeatureAsync(int feature, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectSupportsFeatureAsync(
            new() { Feature = feature }, cancellationToken).ConfigureAwait(false)).Supported != 0;

    /// <summary>Calls libvirt. (<c>virConnectIsSecure</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsSecureAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectIsSecureAsync(cancellationToken).ConfigureAwait(false)).Secure != 0;

    /// <summary>Calls libvirt. (<c>virConnectGetLibVersion</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> GetLibVersionAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetLibVersionAsync(cancellationToken).ConfigureAwait(false)).LibVer;

    /// <summary>Calls libvirt. (<c>virConnectCompareCPU</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<VirCPUCompareResult> CompareCpuAsync(
        string xml, VirConnectCompareCPUFlags flags = 0, CancellationToken cancellationToken = default) =>
        (VirCPUCompareResult)(await Rpc.ConnectCompareCpuAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>Calls libvirt. (<c>virConnectBaselineCPU</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> BaselineCpuAsync(
        string[] xmls, VirConnectBaselineCPUFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectBaselineCpuAsync(
            new() { XmlCPUs = xmls, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Cpu;

    /// <summary>Calls libvirt. (<c>virConnectGetSysinfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetSysinfoAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetSysinfoAsync(new() { Flags = flags }, cancellationToken).ConfigureAwait(false)).Sysinfo;

    /// <summary>Calls libvirt. (<c>virConnectGetCPUModelNames</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> GetCpuModelNamesAsync(
        string arch, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetCpuModelNamesAsync(
            new() { Arch = arch, NeedResults = 1, Flags = flags }, cancellationToken).ConfigureAwait(false)).Models;

    /// <summary>Calls libvirt. (<c>virConnectCompareHypervisorCPU</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<VirCPUCompareResult> CompareHypervisorCpuAsync(
        string? emulator, string? arch, string? machine, string? virtType, string xml,
        VirConnectCompareCPUFlags flags = 0, CancellationToken cancellationToken = default) =>
        (VirCPUCompareResult)(await Rpc.ConnectCompareHypervisorCpuAsync(
            new()
            {
                Emulator = emulator, Arch = arch, Machine = machine, Virttype = virtType, XmlCPU = xml,
                Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>Calls libvirt. (<c>virConnectBaselineHypervisorCPU</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> BaselineHypervisorCpuAsync(
        string? emulator, string? arch, string? machine, string? virtType, string[] xmls,
        VirConnectBaselineCPUFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectBaselineHypervisorCpuAsync(
            new()
            {
                Emulator = emulator, Arch = arch, Machine = machine, Virttype = virtType, XmlCPUs = xmls,
                Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Cpu;
}
