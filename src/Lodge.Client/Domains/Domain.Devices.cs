using Lodge.Protocol.Constants;
using Lodge.Protocol.Errors;
using Lodge.Protocol.Remote;

namespace Lodge.Client;

/// <content>Devices, and what is typed or sent into the guest.</content>
public sealed partial class Domain
{
    /// <summary>Puts a device into the guest. (<c>virDomainAttachDevice</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AttachDeviceAsync(string xml, CancellationToken cancellationToken = default) =>
        Rpc.DomainAttachDeviceAsync(new() { Dom = Wire, Xml = xml }, cancellationToken);

    /// <summary>Takes a device out of the guest. (<c>virDomainDetachDevice</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachDeviceAsync(string xml, CancellationToken cancellationToken = default) =>
        Rpc.DomainDetachDeviceAsync(new() { Dom = Wire, Xml = xml }, cancellationToken);

    /// <summary>
    /// Puts a device into the guest, now, at its next start, or both. (<c>virDomainAttachDeviceFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask AttachDeviceFlagsAsync(
        string xml, VirDomainDeviceModifyFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainAttachDeviceFlagsAsync(new() { Dom = Wire, Xml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Takes a device out of the guest, now, at its next start, or both. (<c>virDomainDetachDeviceFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachDeviceFlagsAsync(
        string xml, VirDomainDeviceModifyFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainDetachDeviceFlagsAsync(new() { Dom = Wire, Xml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>
    /// Changes a device of the guest: a medium, a link, a password. (<c>virDomainUpdateDeviceFlags</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask UpdateDeviceFlagsAsync(
        string xml, VirDomainDeviceModifyFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainUpdateDeviceFlagsAsync(new() { Dom = Wire, Xml = xml, Flags = (uint)flags }, cancellationToken);

    /// <summary>Sends the guest a non-maskable interrupt. (<c>virDomainInjectNMI</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask InjectNmiAsync(uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainInjectNmiAsync(new() { Dom = Wire, Flags = flags }, cancellationToken);

    /// <summary>
    /// Presses up to 16 keys at once, and holds them for some milliseconds. (<c>virDomainSendKey</c>)
    /// </summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SendKeyAsync(
        VirKeycodeSet codeset, uint holdtime, uint[] keycodes, uint flags = 0,
        CancellationToken cancellationToken = default) =>
        Rpc.DomainSendKeyAsync(
            new()
            {
                Dom = Wire, Codeset = (uint)codeset, Holdtime = holdtime, Keycodes = keycodes, Flags = flags,
            },
            cancellationToken);

    /// <summary>Sends a signal to a process in the guest. (<c>virDomainSendProcessSignal</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask SendProcessSignalAsync(
        long pid, VirDomainProcessSignal signum, uint flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainSendProcessSignalAsync(
            new() { Dom = Wire, PidValue = pid, Signum = (uint)signum, Flags = flags }, cancellationToken);

    /// <summary>Takes the device with an alias out of the guest. (<c>virDomainDetachDeviceAlias</c>)</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public ValueTask DetachDeviceAliasAsync(
        string alias, VirDomainDeviceModifyFlags flags = 0, CancellationToken cancellationToken = default) =>
        Rpc.DomainDetachDeviceAliasAsync(new() { Dom = Wire, Alias = alias, Flags = (uint)flags }, cancellationToken);
}
