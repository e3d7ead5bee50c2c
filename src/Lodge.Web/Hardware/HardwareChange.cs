using System.Globalization;
using System.Xml.Linq;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Hardware;

/// <summary>Changes the hardware of a guest: what is kept, and the machine that runs as far as it can.</summary>
public static class HardwareChange
{
    /// <summary>Writes other values.</summary>
    /// <returns>Why the machine that runs has not taken them yet; null where nothing waits.</returns>
    /// <exception cref="VirException">The server refused; nothing is changed then.</exception>
    public static async Task<string?> EditAsync(
        Guest guest, HardwareItem item, IReadOnlyDictionary<HardwareField, string> values,
        CancellationToken cancellation)
    {
        var hardware = await GuestHardware.ReadAsync(guest, cancellation);
        var now = Find(hardware, item.Key);
        var changed = values.Where(pair => pair.Key.Read(now.Shown) != pair.Value).ToList();
        if (changed.Count == 0) return null;
        if (guest.IsPersistent && now.Kept is { } kept)
        {
            foreach (var (field, value) in changed) field.Write(kept, value);
            if (item.Kind.Id == "disk") Retype(kept);
            await DefineAsync(guest, hardware.Kept, cancellation);
        }

        if (!guest.IsActive || now.Live is null) return null;
        var live = new XElement(now.Live);
        foreach (var (field, value) in changed) field.Write(live, value);
        if (!changed.TrueForAll(pair => pair.Key.IsLive)) return "Some of it takes effect when the guest starts next.";
        try
        {
            if (item.IsDevice)
            {
                await guest.Domain.UpdateDeviceFlagsAsync(
                    live.ToString(), VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE, cancellation);
            }
            else
            {
                foreach (var (field, value) in changed) await SetLiveAsync(guest, field, value, cancellation);
            }

            return null;
        }
        catch (VirException error)
        {
            return $"It takes effect when the guest starts next: {error.Message}";
        }
    }

    /// <summary>Adds a device.</summary>
    /// <returns>Why the machine that runs has not got it yet; null where nothing waits.</returns>
    /// <exception cref="VirException">The server refused; nothing is changed then.</exception>
    public static async Task<string?> AddAsync(Guest guest, XElement device, CancellationToken cancellation)
    {
        string? waits = null;
        if (guest.IsActive)
        {
            try
            {
                await guest.Domain.AttachDeviceFlagsAsync(
                    device.ToString(), VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE, cancellation);
            }
            catch (VirException error) when (guest.IsPersistent)
            {
                waits = $"It is there when the guest starts next: {error.Message}";
            }
        }

        if (!guest.IsPersistent) return waits;
        var kept = (await GuestHardware.ReadAsync(guest, cancellation)).Kept;
        kept.Element("devices")!.Add(device);
        await DefineAsync(guest, kept, cancellation);
        return waits;
    }

    /// <summary>Takes a device out.</summary>
    /// <returns>Why the machine that runs still has it; null where nothing waits.</returns>
    /// <exception cref="VirException">The server refused; nothing is changed then.</exception>
    public static async Task<string?> RemoveAsync(Guest guest, HardwareItem item, CancellationToken cancellation)
    {
        var hardware = await GuestHardware.ReadAsync(guest, cancellation);
        var now = Find(hardware, item.Key);
        if (guest.IsPersistent && now.Kept is { } kept)
        {
            kept.Remove();
            await DefineAsync(guest, hardware.Kept, cancellation);
        }

        if (now.Live is null) return null;
        try
        {
            await guest.Domain.DetachDeviceFlagsAsync(
                now.Live.ToString(), VirDomainDeviceModifyFlags.VIR_DOMAIN_DEVICE_MODIFY_LIVE, cancellation);
            return null;
        }
        catch (VirException error)
        {
            return $"It is gone when the guest starts next: {error.Message}";
        }
    }

    /// <summary>Writes the order in which devices are booted from.</summary>
    /// <param name="guest">The guest.</param>
    /// <param name="keys">The devices in their order; all others are not booted from.</param>
    /// <param name="cancellation">Ends the waiting.</param>
    /// <exception cref="VirException">The server refused; nothing is changed then.</exception>
    public static async Task OrderAsync(Guest guest, IReadOnlyList<string> keys, CancellationToken cancellation)
    {
        var kept = (await GuestHardware.ReadAsync(guest, cancellation)).Kept;
        foreach (var (key, _, device) in GuestHardware.Keyed(kept).ToList())
        {
            device.Elements("boot").Remove();
            var place = keys.ToList().IndexOf(key);
            if (place >= 0) device.Add(new XElement("boot", new XAttribute("order", place + 1)));
        }

        // One order at a time: that of devices takes the place of that of kinds.
        kept.Elements("os").Elements("boot").Remove();
        await DefineAsync(guest, kept, cancellation);
    }

    private static HardwareItem Find(GuestHardware hardware, string key) =>
        hardware.Items.FirstOrDefault(item => item.Key == key) ?? throw new VirException(
            VirErrorNumber.VIR_ERR_DEVICE_MISSING, VirErrorDomain.VIR_FROM_DOMAIN,
            $"domain '{hardware.Guest.Name}' has no such device any more");

    private static async Task DefineAsync(Guest guest, XElement description, CancellationToken cancellation)
    {
        await guest.Host.Connection.DefineDomainXmlAsync(description.ToString(), cancellation);
        guest.Host.Reread(guest);
    }

    /// <summary>Gives a disk the kind that its source has.</summary>
    private static void Retype(XElement disk)
    {
        if ((string?)disk.Attribute("type") is not ("file" or "block")) return;
        if (disk.Element("source") is not { } source) return;
        if (source.Attribute("file") is null && source.Attribute("dev") is not null) disk.SetAttributeValue(
            "type", "block");
    }

    private static ValueTask SetLiveAsync(
        Guest guest, HardwareField field, string value, CancellationToken cancellation) => field.Path switch
    {
        "currentMemory" => guest.Domain.SetMemoryFlagsAsync(
            ulong.Parse(value, CultureInfo.InvariantCulture) * 1024,
            VirDomainMemoryModFlags.VIR_DOMAIN_MEM_LIVE, cancellation),
        "vcpu/@current" => guest.Domain.SetVcpusFlagsAsync(
            uint.Parse(value, CultureInfo.InvariantCulture), VirDomainVcpuFlags.VIR_DOMAIN_VCPU_LIVE, cancellation),
        _ => default,
    };
}
