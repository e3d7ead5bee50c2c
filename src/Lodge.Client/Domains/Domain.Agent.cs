using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>What the agent inside the guest does, and the guest's time and power.</content>
public sealed partial class Domain
{
    /// <summary>Asks the guest's agent to put the guest to sleep. (<c>virDomainPMSuspendForDuration</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PMSuspendForDurationAsync(
        VirNodeSuspendTarget target, ulong duration, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainPmSuspendForDurationAsync(
            new() { Dom = Wire, Target = (uint)target, Duration = duration, Flags = flags }, cancellationToken);

    /// <summary>Wakes a guest that sleeps in its memory. (<c>virDomainPMWakeup</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask PMWakeupAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainPmWakeupAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>Asks for the name that the guest has for itself. (<c>virDomainGetHostname</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string> GetHostnameAsync(
        VirDomainGetHostnameFlags flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetHostnameAsync(
            new() { Dom = Wire, Flags = (uint)flags }, cancellationToken).ConfigureAwait(false)).Hostname;

    /// <summary>
    /// Asks the guest's agent to give unused blocks of its file systems back. (<c>virDomainFSTrim</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask FSTrimAsync(
        string? mountPoint, ulong minimum, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainFstrimAsync(
            new() { Dom = Wire, MountPoint = mountPoint, Minimum = minimum, Flags = flags }, cancellationToken);

    /// <summary>
    /// Asks the guest's agent to hold its file systems still; none named for all. (<c>virDomainFSFreeze</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> FSFreezeAsync(
        string[] mountpoints, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainFsfreezeAsync(
            new()
            {
                Dom = Wire, Mountpoints = mountpoints, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Filesystems;

    /// <summary>
    /// Asks the guest's agent to let its file systems go on; none named for all. (<c>virDomainFSThaw</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<int> FSThawAsync(
        string[] mountpoints, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainFsthawAsync(
            new()
            {
                Dom = Wire, Mountpoints = mountpoints, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Filesystems;

    /// <summary>Asks for the guest's time. (<c>virDomainGetTime</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask<DomainGetTimeRet> GetTimeAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainGetTimeAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>Sets the guest's time. (<c>virDomainSetTime</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetTimeAsync(
        long seconds, uint nseconds, VirDomainSetTimeFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetTimeAsync(
            new() { Dom = Wire, Seconds = seconds, Nseconds = nseconds, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks which file systems the guest has mounted. (<c>virDomainGetFSInfo</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainFsinfo[]> GetFSInfoAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetFsinfoAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Info;

    /// <summary>
    /// Asks for the addresses of the guest's interfaces, from leases, the agent or ARP.
    /// (<c>virDomainInterfaceAddresses</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<DomainInterface[]> InterfaceAddressesAsync(
        VirDomainInterfaceAddressesSource source, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainInterfaceAddressesAsync(
            new()
            {
                Dom = Wire, Source = (uint)source, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Ifaces;

    /// <summary>Sets the password of a user in the guest. (<c>virDomainSetUserPassword</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetUserPasswordAsync(
        string? user, string? password, VirDomainSetUserPasswordFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSetUserPasswordAsync(
            new() { Dom = Wire, User = user, Password = password, Flags = (uint)flags }, cancellationToken);

    /// <summary>Asks the guest's agent which of its processors are on. (<c>virDomainGetGuestVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetGuestVcpusAsync(
        uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetGuestVcpusAsync(
            new() { Dom = Wire, Flags = flags }, cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>Asks the guest's agent to switch processors on or off. (<c>virDomainSetGuestVcpus</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SetGuestVcpusAsync(
        string cpumap, int state, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSetGuestVcpusAsync(
            new() { Dom = Wire, Cpumap = cpumap, State = state, Flags = flags }, cancellationToken);

    /// <summary>
    /// Asks the guest's agent for users, system, time zone, host name, file systems, disks and interfaces.
    /// (<c>virDomainGetGuestInfo</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<TypedParameter[]> GetGuestInfoAsync(
        VirDomainGuestInfoTypes types, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainGetGuestInfoAsync(
            new()
            {
                Dom = Wire, Types = (uint)types, Flags = flags,
            },
            cancellationToken).ConfigureAwait(false)).Params;

    /// <summary>
    /// Says how long the guest's agent is waited for, in seconds. (<c>virDomainAgentSetResponseTimeout</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask AgentSetResponseTimeoutAsync(
        int timeout, uint flags = 0, CancellationToken cancellationToken = default)
    {
        await Rpc.DomainAgentSetResponseTimeoutAsync(
            new() { Dom = Wire, Timeout = timeout, Flags = flags }, cancellationToken).ConfigureAwait(false);
    }

    /// <summary>
    /// Asks for the ssh keys that may log in as a user of the guest. (<c>virDomainAuthorizedSSHKeysGet</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public async ValueTask<string[]> AuthorizedSshKeysGetAsync(
        string user, uint flags = 0, CancellationToken cancellationToken = default) =>
        (await Rpc.DomainAuthorizedSshKeysGetAsync(
            new() { Dom = Wire, User = user, Flags = flags }, cancellationToken).ConfigureAwait(false)).Keys;

    /// <summary>
    /// Sets, adds or takes out the ssh keys that may log in as a user of the guest.
    /// (<c>virDomainAuthorizedSSHKeysSet</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AuthorizedSshKeysSetAsync(
        string user, string[] keys, VirDomainAuthorizedSSHKeysSetFlags flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainAuthorizedSshKeysSetAsync(
            new() { Dom = Wire, User = user, Keys = keys, Flags = (uint)flags }, cancellationToken);
}
