using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Virtual processors: how many, and where they run.</content>
public sealed partial class Domain
{
    /// <summary>Asks how many processors the guest can have. (<c>virDomainGetMaxVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> GetMaxVcpusAsync(CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetMaxVcpusAsync(new() { Dom = Wire }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>Asks what each processor of the guest does, and where it may run. (<c>virDomainGetVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetVcpusRet> GetVcpusAsync(
        int maxinfo, int maplen, CancellationToken cancellationToken = default) =>
        Rpc.DomainGetVcpusAsync(new() { Dom = Wire, Maxinfo = maxinfo, Maplen = maplen }, cancellationToken);

    /// <summary>Says on which of the host's processors one of the guest's may run. (<c>virDomainPinVcpu</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PinVcpuAsync(uint vcpu, byte[] cpumap, CancellationToken cancellationToken = default) =>
        Rpc.DomainPinVcpuAsync(new() { Dom = Wire, Vcpu = vcpu, Cpumap = cpumap }, cancellationToken);

    /// <summary>Changes how many processors the guest has now. (<c>virDomainSetVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetVcpusAsync(uint count, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetVcpusAsync(new() { Dom = Wire, Nvcpus = count }, cancellationToken);

    /// <summary>
    /// Changes how many processors the guest has, now, at its next start, or both. (<c>virDomainSetVcpusFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetVcpusFlagsAsync(
        uint count, VirDomainVcpuFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetVcpusFlagsAsync(new() { Dom = Wire, Nvcpus = count, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks how many processors the guest has, now or at its next start. (<c>virDomainGetVcpusFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> GetVcpusFlagsAsync(
        VirDomainVcpuFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetVcpusFlagsAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Num;

    /// <summary>
    /// Says on which of the host's processors one of the guest's may run, now, at its next start, or both.
    /// (<c>virDomainPinVcpuFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PinVcpuFlagsAsync(
        uint vcpu, byte[] cpumap, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainPinVcpuFlagsAsync(
            new() { Dom = Wire, Vcpu = vcpu, Cpumap = cpumap, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks on which of the host's processors the guest's may run. (<c>virDomainGetVcpuPinInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<byte[]> GetVcpuPinInfoAsync(
        int ncpumaps, int maplen, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetVcpuPinInfoAsync(
            new()
            {
                Dom = Wire, Ncpumaps = ncpumaps, Maplen = maplen, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Cpumaps;

    /// <summary>
    /// Says on which of the host's processors the guest's other threads may run. (<c>virDomainPinEmulator</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PinEmulatorAsync(
        byte[] cpumap, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainPinEmulatorAsync(new() { Dom = Wire, Cpumap = cpumap, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Asks on which of the host's processors the guest's other threads may run. (<c>virDomainGetEmulatorPinInfo</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<byte[]> GetEmulatorPinInfoAsync(
        int maplen, VirDomainModificationImpact flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetEmulatorPinInfoAsync(
            new()
            {
                Dom = Wire, Maplen = maplen, Flags = (uint)flags,
            },
            cancellationToken).ConfigureAwait(false)).Cpumaps;

    /// <summary>Switches single processors of the guest on or off. (<c>virDomainSetVcpu</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetVcpuAsync(
        string cpumap, int state, VirDomainModificationImpact flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetVcpuAsync(
            new() { Dom = Wire, Cpumap = cpumap, State = state, Flags = (uint)flags }, cancellationToken);
}
