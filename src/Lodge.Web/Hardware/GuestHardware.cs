using System.Xml.Linq;
using Lodge.Web.Hypervisors;

namespace Lodge.Web.Hardware;

/// <summary>The hardware of a guest: what is kept of it, what runs, and what differs.</summary>
public sealed class GuestHardware
{
    private GuestHardware(Guest guest, XElement kept, XElement? live)
    {
        Guest = guest;
        Kept = kept;
        Live = live;
        Items = [.. MachineItems(), .. DeviceItems()];
    }

    /// <summary>Whose it is.</summary>
    public Guest Guest { get; }

    /// <summary>The description that is kept for the next start.</summary>
    public XElement Kept { get; }

    /// <summary>The description of the machine that runs, or null.</summary>
    public XElement? Live { get; }

    /// <summary>All pages: the settings of the machine first.</summary>
    public IReadOnlyList<HardwareItem> Items { get; }

    /// <summary>Reads it.</summary>
    /// <exception cref="VirException">The server refused, or the connection is gone.</exception>
    public static async Task<GuestHardware> ReadAsync(Guest guest, CancellationToken cancellation)
    {
        var secure = guest.Host.Connection.IsReadOnly ? 0 : VirDomainXMLFlags.VIR_DOMAIN_XML_SECURE;
        var kept = XElement.Parse(await guest.Domain.GetXmlDescAsync(
            secure | VirDomainXMLFlags.VIR_DOMAIN_XML_INACTIVE, cancellation));
        var live = guest.IsActive
            ? XElement.Parse(await guest.Domain.GetXmlDescAsync(secure, cancellation))
            : null;
        return Of(guest, guest.IsPersistent ? kept : live ?? kept, live);
    }

    /// <summary>Reads it from descriptions.</summary>
    public static GuestHardware Of(Guest guest, XElement kept, XElement? live) => new(guest, kept, live);

    /// <summary>The devices of a description with what tells them apart.</summary>
    public static IEnumerable<(string Key, HardwareKind Kind, XElement Device)> Keyed(XElement? domain)
    {
        var counts = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var device in domain?.Elements("devices").Elements() ?? [])
        {
            if (HardwareKinds.Of(device) is not { } kind || IsMirror(domain!, device)) continue;
            var name = $"{kind.Id}:{kind.Identity(device)}";
            var number = counts[name] = counts.GetValueOrDefault(name) + 1;
            yield return (number == 1 ? name : $"{name}:{number}", kind, device);
        }
    }

    private static bool IsMirror(XElement domain, XElement device) =>
        // The first console of a guest is the first serial port under another name.
        device.Name == "console" && ((string?)device.Element("target")?.Attribute("type") is null or "serial")
        && domain.Elements("devices").Elements("serial").Any();

    private IEnumerable<HardwareItem> MachineItems() => HardwareKinds.Machine.Select(kind => new HardwareItem(
        kind.Id, kind, Kept, Live, Live is not null && Differs(kind, Kept, Live) ? PendingState.Changed : default));

    private IEnumerable<HardwareItem> DeviceItems()
    {
        var live = Keyed(Live).ToDictionary(found => found.Key, StringComparer.Ordinal);
        foreach (var (key, kind, device) in Keyed(Kept).OrderBy(found => Rank(found.Kind)))
        {
            if (Live is null)
                yield return new(key, kind, device, null, PendingState.None);
            else if (live.Remove(key, out var twin))
                yield return new(key, kind, device, twin.Device,
                    Differs(kind, device, twin.Device) ? PendingState.Changed : PendingState.None);
            else
                yield return new(key, kind, device, null, PendingState.Added);
        }

        foreach (var (key, kind, device) in live.Values) yield return new(
            key, kind, null, device, PendingState.Removed);
    }

    private static int Rank(HardwareKind kind)
    {
        for (var rank = 0; rank < HardwareKinds.Devices.Count; rank++)
        {
            if (HardwareKinds.Devices[rank].Id == kind.Id) return rank;
        }

        return int.MaxValue;
    }

    private static bool Differs(HardwareKind kind, XElement kept, XElement live) => kind.Fields.Any(field =>
        field.IsEditable && field.Read(kept) is { Length: > 0 } value && value != field.Read(live)
        && !IsFilledIn(field, value));

    // What runs has numbers where the kept description leaves the choice open.
    private static bool IsFilledIn(HardwareField field, string value) => value == "-1"
        || (field.Path is "vcpu/@current" or "currentMemory" or "cpu/@mode" or "cpu/model" or "source/@path"
            or "os/type/@machine" or "os/@firmware");
}
