using Lodge.Daemon.Domains.Lifecycle;
using Lodge.Model.Domain;
using Lodge.Qemu.Hotplug;

namespace Lodge.Daemon.Domains;

/// <summary>Adds vCPUs to guests and configurations, and takes them away.</summary>
internal sealed class VcpuChanges
{
    private readonly DomainDriver _driver;

    /// <summary>Changes domains of this driver.</summary>
    public VcpuChanges(DomainDriver driver) => _driver = driver;

    /// <summary>Brings a domain to so many vCPUs.</summary>
    /// <param name="request">Which domain, and what of it.</param>
    /// <param name="count">How many.</param>
    /// <param name="hotpluggable">Whether those added to the configuration can go again while the guest runs.</param>
    public ValueTask SetCountAsync(ChangeRequest request, uint count, bool hotpluggable) => _driver.ChangeAsync(
        request,
        live => ChangeLiveAsync(request.Domain, live, guest => VcpuHotplug.SetCountAsync(guest, count)),
        definition => ConfiguredVcpus.SetCount(definition.Vcpus, count, hotpluggable));

    /// <summary>Brings single vCPUs, or takes them away.</summary>
    /// <param name="request">Which domain, and what of it.</param>
    /// <param name="vcpus">Their numbers.</param>
    /// <param name="online">Whether they are to be there.</param>
    public ValueTask SetAsync(ChangeRequest request, IReadOnlySet<uint> vcpus, bool online) => _driver.ChangeAsync(
        request,
        live => vcpus.Max() >= live.Facts.MaximumVcpus
            ? throw DomainErrors.InvalidArgument($"vcpu {vcpus.Max()} is not present in live config")
            : ChangeLiveAsync(request.Domain, live, guest => VcpuHotplug.SetAsync(guest, vcpus, online)),
        definition => ConfiguredVcpus.Set(definition.Vcpus, vcpus, online));

    /// <summary>The guest let go of a vCPU after nobody waited for it any longer.</summary>
    public ValueTask FinishAsync(DomainObject domain, LiveDomain live) =>
        ChangeLiveAsync(domain, live, guest => VcpuHotplug.RefreshAsync(guest));

    private async ValueTask ChangeLiveAsync(DomainObject domain, LiveDomain live, Func<LiveGuest, Task> change)
    {
        var guest = await _driver.LiveGuestAsync(live);
        try
        {
            await change(guest);
        }
        finally
        {
            // Where several are asked for and one fails, those before it have come or gone all the same.
            live.Publish(guest.Definition);
            _driver.SaveStatus(domain, live);
        }

        await GuestIntrospection.ReadThreadsAsync(live);
        foreach (var (vcpu, cpus) in live.Definition.CpuTune.VcpuPins)
            CpuAffinity.SetVcpu(live, (int)vcpu, cpus);
    }
}
