using Lodge.Daemon.Events;
using Lodge.Protocol.Errors;

namespace Lodge.Daemon.Domains.Devices;

/// <summary>Plugs devices into guests and configurations, and unplugs them.</summary>
internal sealed class DeviceChanges
{
    private readonly DomainDriver _driver;

    /// <summary>Changes devices of domains of this driver.</summary>
    public DeviceChanges(DomainDriver driver) => _driver = driver;

    /// <summary>The guest let go of a device.</summary>
    public void Removed(DomainObject domain, LiveDomain live, string alias)
    {
        if (live.Definition.AllDevices().Any(device => device.Alias == alias))
            _driver.Events.Emit(new DeviceRemovedEvent(DomainDriver.Wire(domain.Current), alias));
    }
}
