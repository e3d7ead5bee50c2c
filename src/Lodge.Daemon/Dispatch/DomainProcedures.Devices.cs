using Lodge.Daemon.Domains;
using Lodge.Daemon.Server;
using Lodge.Protocol.Constants;
using Lodge.Protocol.Remote;

namespace Lodge.Daemon.Dispatch;

internal sealed partial class DomainProcedures
{
    private const uint ForceUpdate = (uint)VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_FORCE;

    /// <inheritdoc/>
    public ValueTask DomainAttachDeviceAsync(ClientCall call, DomainAttachDeviceArgs args) =>
        driver.Devices.AttachAsync(Change(call, args.Dom, AffectLive, "virDomainAttachDevice"), args.Xml);

    /// <inheritdoc/>
    public ValueTask DomainAttachDeviceFlagsAsync(ClientCall call, DomainAttachDeviceFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainAttachDeviceLiveAndConfig");
        return driver.Devices.AttachAsync(Change(call, args.Dom, args.Flags, "virDomainAttachDeviceFlags"), args.Xml);
    }

    /// <inheritdoc/>
    public ValueTask DomainDetachDeviceAsync(ClientCall call, DomainDetachDeviceArgs args) =>
        driver.Devices.DetachAsync(Change(call, args.Dom, AffectLive, "virDomainDetachDevice"), args.Xml);

    /// <inheritdoc/>
    public ValueTask DomainDetachDeviceFlagsAsync(ClientCall call, DomainDetachDeviceFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainDetachDeviceLiveAndConfig");
        return driver.Devices.DetachAsync(Change(call, args.Dom, args.Flags, "virDomainDetachDeviceFlags"), args.Xml);
    }

    /// <inheritdoc/>
    public ValueTask DomainDetachDeviceAliasAsync(ClientCall call, DomainDetachDeviceAliasArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth, "qemuDomainDetachDeviceAliasLiveAndConfig");
        return driver.Devices.DetachAliasAsync(
            Change(call, args.Dom, args.Flags, "virDomainDetachDeviceAlias"), args.Alias);
    }

    /// <inheritdoc/>
    public ValueTask DomainUpdateDeviceFlagsAsync(ClientCall call, DomainUpdateDeviceFlagsArgs args)
    {
        FlagCheck.Only(args.Flags, AffectBoth | ForceUpdate, "qemuDomainUpdateDeviceFlags");
        return driver.Devices.UpdateAsync(
            Change(call, args.Dom, args.Flags & AffectBoth, "virDomainUpdateDeviceFlags"),
            args.Xml,
            (args.Flags & ForceUpdate) != 0);
    }
}
