using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the hypervisor is and can do.</content>
public sealed partial class LibvirtConnection
{
    /// <summary>Asks for the name of the hypervisor driver: QEMU, TEST. (<c>virConnectGetType</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetTypeAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetTypeAsync(cancellationToken).ConfigureAwait(false)).Type;

    /// <summary>Asks how many virtual processors a guest of a type can have. (<c>virConnectGetMaxVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> GetMaxVcpusAsync(string? type, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetMaxVcpusAsync(new() { Type = type }, cancellationToken).ConfigureAwait(false)).MaxVcpus;

    /// <summary>
    /// Asks for the capabilities of the host and of its hypervisors, as XML. (<c>virConnectGetCapabilities</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetCapabilitiesAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetCapabilitiesAsync(cancellationToken).ConfigureAwait(false)).Capabilities;

    /// <summary>Asks for the host's name. (<c>virConnectGetHostname</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetHostnameAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetHostnameAsync(cancellationToken).ConfigureAwait(false)).Hostname;

    /// <summary>
    /// Asks whether the server has one of libvirt's internal features. (<c>virConnectSupportsFeature</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> SupportsFeatureAsync(int feature, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectSupportsFeatureAsync(
            new() { Feature = feature }, cancellationToken).ConfigureAwait(false)).Supported != 0;

    /// <summary>
    /// Asks whether the server takes the connection for safe from others. (<c>virConnectIsSecure</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<bool> IsSecureAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectIsSecureAsync(cancellationToken).ConfigureAwait(false)).Secure != 0;

    /// <summary>
    /// Asks for the version of the server's library, as major * 1,000,000 + minor * 1,000 + micro.
    /// (<c>virConnectGetLibVersion</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<ulong> GetLibVersionAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetLibVersionAsync(cancellationToken).ConfigureAwait(false)).LibVer;

    /// <summary>Compares a processor's description with the host's. (<c>virConnectCompareCPU</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<VirCPUCompareResult> CompareCpuAsync(
        string xml, VirConnectCompareCPUFlags flags = 0, CancellationToken cancellationToken = default) =>
        (VirCPUCompareResult)(await Rpc.ConnectCompareCpuAsync(
            new() { Xml = xml, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Result;

    /// <summary>
    /// Asks for the best processor that all the described ones can be. (<c>virConnectBaselineCPU</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> BaselineCpuAsync(
        string[] xmls, VirConnectBaselineCPUFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectBaselineCpuAsync(
            new() { XmlCPUs = xmls, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Cpu;

    /// <summary>Asks for what the firmware says of the host, as XML. (<c>virConnectGetSysinfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetSysinfoAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetSysinfoAsync(new() { Flags = flags }, cancellationToken).ConfigureAwait(false)).Sysinfo;

    /// <summary>
    /// Asks for the names of the processor models of an architecture. (<c>virConnectGetCPUModelNames</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> GetCpuModelNamesAsync(
        string arch, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.ConnectGetCpuModelNamesAsync(
            new() { Arch = arch, NeedResults = 1, Flags = flags }, cancellationToken).ConfigureAwait(false)).Models;

    /// <summary>
    /// Compares a processor's description with what the hypervisor can give a guest.
    /// (<c>virConnectCompareHypervisorCPU</c>)
    /// </summary>
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

    /// <summary>
    /// Asks for the best processor that the hypervisor can give on all the described hosts.
    /// (<c>virConnectBaselineHypervisorCPU</c>)
    /// </summary>
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
