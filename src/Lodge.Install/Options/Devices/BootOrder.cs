using System.Globalization;
using Lodge.Install.Drafts;
using Lodge.Install.Options.Domains;

namespace Lodge.Install.Options.Devices;

/// <summary>The place of a device among those that a guest tries to boot from.</summary>
internal static class BootOrder
{
    private const string Path = "boot/@order";
    private static readonly string[] Bootable =
        ["devices/disk", "devices/interface", "devices/redirdev", "devices/hostdev"];

    /// <summary>
    /// Gives a device a place; those that are there or come after it without a gap move on by one. The order by kinds
    /// of device goes, as libvirt takes either.
    /// </summary>
    public static void Set(GuestPlan plan, Draft device, string value)
    {
        var place = int.Parse(OptionValue.Whole(value), CultureInfo.InvariantCulture);
        BootOption.SetOrder(plan, []);
        var others = Bootable.SelectMany(plan.Domain.All)
            .Where(other => other != device && other[Path] is not null).OrderBy(Of).ToList();
        device[Path] = Text(place);
        int? next = null;
        foreach (var other in others)
        {
            if (Of(other) == next || Of(other) == place)
            {
                next = Of(other) + 1;
                other[Path] = Text(next.Value);
            }
            else if (next is not null)
            {
                break;
            }
        }
    }

    private static int Of(Draft device) => int.Parse(device[Path]!, CultureInfo.InvariantCulture);

    private static string Text(int place) => place.ToString(CultureInfo.InvariantCulture);
}
