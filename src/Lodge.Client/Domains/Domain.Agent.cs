using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the agent inside the guest does, and the guest's time and power.</content>
public sealed partial class Domain
{
    /// <summary>Calls libvirt. (<c>virDomainPMSuspendForDuration</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PMSuspendForDurationAsync(
        VirNodeSuspendTarget target, ulong duration, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainPmSuspendForDurationAsync(
            new() { Dom = Wire, Target = (uint)target, Duration = duration, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainPMWakeup</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PMWakeupAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainPmWakeupAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainGetHostname</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetHostnameAsync(
        VirDomainGetHostnameFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetHostnameAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Hostname;

    /// <summary>Calls libvirt. (<c>virDomainFSTrim</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask FSTrimAsync(
        string? mountPoint, ulong minimum, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainFstrimAsync(
            new() { Dom = Wire, MountPoint = mountPoint, Minimum = minimum, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainFSFreeze</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> FSFreezeAsync(
        string[] mountpoints, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainFsfreezeAsync(
            new()
            {
                Dom = Wire, Mountpoints = mountpoints, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Filesystems;

    /// <summary>Calls libvirt. (<c>virDomainFSThaw</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> FSThawAsync(
        string[] mountpoints, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainFsthawAsync(
            new()
            {
                Dom = Wire, Mountpoints = mountpoints, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Filesystems;

    /// <summary>Calls libvirt. (<c>virDomainGetTime</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetTimeRet> GetTimeAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainGetTimeAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainSetTime</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetTimeAsync(
        long seconds, uint nseconds, VirDomainSetTimeFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetTimeAsync(
            new() { Dom = Wire, Seconds = seconds, Nseconds = nseconds, Flags = (uint)flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainGetFSInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainFsinfo[]> GetFSInfoAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetFsinfoAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Info;

    /// <summary>Calls libvirt. (<c>virDomainInterfaceAddresses</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainInterface[]> InterfaceAddressesAsync(
        VirDomainInterfaceAddressesSource source, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainInterfaceAddressesAsync(
            new()
            {
                Dom = Wire, Source = (uint)source, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Ifaces;

    /// <summary>Calls libvirt. (<c>virDomainSetUserPassword</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetUserPasswordAsync(
        string? user, string? password, VirDomainSetUserPasswordFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetUserPasswordAsync(
            new() { Dom = Wire, User = user, Password = password, Flags = (uint)flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainGetGuestVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetGuestVcpusAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetGuestVcpusAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Calls libvirt. (<c>virDomainSetGuestVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetGuestVcpusAsync(
        string cpumap, int state, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetGuestVcpusAsync(
            new() { Dom = Wire, Cpumap = cpumap, State = state, Flags = flags }, cancellationToken);

    /// <summary>Calls libvirt. (<c>virDomainGetGuestInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetGuestInfoAsync(
        VirDomainGuestInfoTypes types, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetGuestInfoAsync(
            new()
            {
                Dom = Wire, Types = (uint)types, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Calls libvirt. (<c>virDomainAgentSetResponseTimeout</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask AgentSetResponseTimeoutAsync(
        int timeout, uint flags = 0, CancellationToken cancellationToken = default)
    {
        await Rpc.DomainAgentSetResponseTimeoutAsync(
            new() { Dom = Wire, Timeout = timeout, Flags = flags }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>Calls libvirt. (<c>virDomainAuthorizedSSHKeysGet</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> AuthorizedSshKeysGetAsync(
        string user, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainAuthorizedSshKeysGetAsync(
            new() { Dom = Wire, User = user, Flags = flags }, cancellationToken).ConfigureAwait(false)).Keys;

    /// <summary>Calls libvirt. (<c>virDomainAuthorizedSSHKeysSet</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AuthorizedSshKeysSetAsync(
        string user, string[] keys, VirDomainAuthorizedSSHKeysSetFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainAuthorizedSshKeysSetAsync(
            new() { Dom = Wire, User = user, Keys = keys, Flags = (uint)flags }, cancellationToken);
}
