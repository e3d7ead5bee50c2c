namespace Lodge.Model.Tests.Schema;

/// <summary>
/// What of libvirt's domain schema is passed over on purpose, because libvirt's own reader passes it over too.
/// </summary>
internal static class PassedOver
{
    private const string Driver = "the drivers' own notes; only a daemon's status file has them";
    private const string SerialOnly = "the schema shares it with serial ports, which alone have it";
    private const string NoLabels = "the schema shares it with character devices; this one has no labels";
    private const string AdapterOfPool = "the schema shares it with storage pools; a device is named by its adapter "
        + "alone";
    private const string ContainersOnly = "containers share these with each other (LXC); other guests have none";

    private static readonly Dictionary<string, string> Reasons = new(StringComparer.Ordinal)
    {
        ["bootloader_args"] = "nothing without a boot loader, beside which it is read (Xen)",
        ["datacenterpath"] = "of VMware's guests",
        ["devices/console/@tty"] = "written for old programs; the source says the same",
        ["devices/serial/@tty"] = "written for old programs; the source says the same",
        ["devices/parallel/@tty"] = "written for old programs; the source says the same",
        ["devices/console/target/model"] = SerialOnly,
        ["devices/parallel/target/model"] = SerialOnly,
        ["devices/parallel/target/@type"] = SerialOnly,
        ["devices/smartcard/target"] = SerialOnly,
        ["devices/redirdev/source/seclabel"] = NoLabels,
        ["devices/rng/backend/source/seclabel"] = NoLabels,
        ["devices/smartcard/source/seclabel"] = NoLabels,
        ["devices/disk/privateData"] = Driver,
        ["devices/disk/source/privateData"] = Driver,
        ["devices/hostdev/ip/@family"] = "the address itself shows its family (LXC)",
        ["devices/hostdev/source/adapter/@managed"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@parent"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@parent_fabric_wwn"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@parent_wwnn"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@parent_wwpn"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@type"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@wwnn"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/@wwpn"] = AdapterOfPool,
        ["devices/hostdev/source/adapter/parentaddr"] = AdapterOfPool,
        ["devices/interface/source/@missing"] = "of USB devices of the host, which an interface of QEMU cannot be",
        ["devices/memory/target/current"] = "the size that a running guest has; it is only ever written",
        ["launchSecurity/handle"] = "a word of the schema that no version reads or writes",
        ["namespace"] = ContainersOnly,
    };

    /// <summary>Why a place, or one that it is in, is passed over; null where it is not.</summary>
    public static string? Reason(string place)
    {
        for (var end = place.Length; end > 0; end = place.LastIndexOf('/', end - 1))
        {
            if (Reasons.TryGetValue(place[..end], out var reason))
            {
                return reason;
            }
        }

        return null;
    }

    /// <summary>How many of some places are passed over.</summary>
    public static int Count(IEnumerable<string> places) => places.Count(place => Reason(place) is not null);

    /// <summary>Entries that no place has.</summary>
    public static IEnumerable<string> Idle(IReadOnlySet<string> places) =>
        Reasons.Keys.Where(key => !places.Contains(key));
}
