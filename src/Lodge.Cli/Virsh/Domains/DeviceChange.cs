using static Lodge.Protocol.Constants.VirDomainDeviceModifyFlags;

namespace Lodge.Cli.Virsh.Domains;

/// <summary>Putting devices into a domain and taking them out.</summary>
internal static class DeviceChange
{
    /// <summary>
    /// The domain, and where the change is to be made: <c>--persistent</c> means the next start, and at once too where
    /// the domain runs.
    /// </summary>
    internal static async Task<(Domain Domain, VirDomainDeviceModifyFlags Flags)> PrepareAsync(
        Shell shell, Arguments arguments)
    {
        arguments.Exclusive("persistent", "current");
        var flags = (VirDomainDeviceModifyFlags)arguments.Impact();
        var domain = await shell.DomainAsync(arguments);
        if (arguments.Has("persistent"))
        {
            flags |= VIR_DOMAIN_DEVICE_MODIFY_CONFIG;
            if (await domain.IsActiveAsync())
            {
                flags |= VIR_DOMAIN_DEVICE_MODIFY_LIVE;
            }
        }

        return (domain, flags);
    }

    /// <summary>Puts a device in.</summary>
    internal static ValueTask AttachAsync(
        Domain domain, string xml, VirDomainDeviceModifyFlags flags, Arguments arguments) =>
        flags != 0 || arguments.Has("current")
            ? domain.AttachDeviceFlagsAsync(xml, flags)
            : domain.AttachDeviceAsync(xml);

    /// <summary>Takes a device out.</summary>
    internal static ValueTask DetachAsync(
        Domain domain, string xml, VirDomainDeviceModifyFlags flags, Arguments arguments) =>
        flags != 0 || arguments.Has("current")
            ? domain.DetachDeviceFlagsAsync(xml, flags)
            : domain.DetachDeviceAsync(xml);
}
