using System.Text.RegularExpressions;
using Lodge.Install.Drafts;
using Lodge.Install.Facts;
using Lodge.Install.Options.Tables;

namespace Lodge.Install.Options.Devices;

/// <summary><c>--hostdev</c>: a device of the host, by libvirt's name for it or by its place.</summary>
internal sealed partial class HostdevOption() : DeviceOption("--hostdev", "hostdev", HostdevSubOptions.All)
{
    /// <inheritdoc/>
    protected override bool Set(OptionRequest request, SubOption option, string? value)
    {
        if (option.Name != "name") return base.Set(request, option, value);
        var device = request.Element;
        var place = device["@type"] switch
        {
            "net" => "source/interface",
            "misc" => "source/char",
            "storage" => "source/block",
            _ => null,
        };
        if (place is not null)
        {
            device["@mode"] = "capabilities";
            device[place] = value;
            return true;
        }

        Take(request.Plan.Host, device, Find(request, value ?? ""));
        return true;
    }

    private static HostDevice Find(OptionRequest request, string name)
    {
        var devices = request.Plan.Host.Devices;
        if (devices.FirstOrDefault(device => device.Name == name) is { } named) return named;
        var wanted = request.Plan.Domain.New("devices/hostdev");
        HostAddress.Set(wanted, name);
        return devices.Where(device => device.Is(wanted)).ToList() switch
        {
            [var found] => found,
            [] => throw new FormatException($"Did not find a matching node device for '{name}'"),
            _ => throw new FormatException($"{name} corresponds to multiple node devices"),
        };
    }

    private static void Take(IHostFacts host, Draft device, HostDevice from)
    {
        switch (from.Type)
        {
            case "pci":
                device["@type"] = "pci";
                foreach (var part in new[] { "domain", "bus", "slot", "function" })
                    device["source/address/@" + part] = from[part];
                break;
            case "usb_device":
                TakeUsb(host, device, from);
                break;
            case "net":
                var parent = host.Devices.FirstOrDefault(known => known.Name == from.Parent);
                Take(host, device, parent ?? throw new FormatException($"Did not find '{from.Parent}'"));
                break;
            case "scsi":
                device["@type"] = "scsi";
                device["source/adapter/@name"] = "scsi_host" + from["host"];
                device["source/address/@bus"] = from["bus"];
                device["source/address/@target"] = from["target"];
                device["source/address/@unit"] = from["lun"];
                device["@managed"] = "no";
                break;
            case "mdev":
                TakeMediated(device, from);
                break;
            default:
                throw new FormatException($"Unsupported node device type '{from.Type}'");
        }
    }

    private static void TakeUsb(IHostFacts host, Draft device, HostDevice from)
    {
        device["@type"] = "usb";
        device["source/vendor/@id"] = from["vendor/@id"];
        device["source/product/@id"] = from["product/@id"];
        var alike = host.Devices.Count(known => known.Type == "usb_device"
            && known["vendor/@id"] == from["vendor/@id"] && known["product/@id"] == from["product/@id"]);
        if (alike < 2) return;
        device["source/address/@bus"] = from["bus"];
        device["source/address/@device"] = from["device"];
    }

    private static void TakeMediated(Draft device, HostDevice from)
    {
        device["@type"] = "mdev";
        var kind = from["type/@id"] ?? "";
        switch (kind)
        {
            case "vfio_ccw-io":
                (device["@model"], device["@managed"]) = ("vfio-ccw", "no");
                break;
            case "vfio_ap-passthrough":
                (device["@model"], device["@managed"]) = ("vfio-ap", "no");
                break;
            case var _ when GraphicsCard().IsMatch(kind):
                (device["@model"], device["@managed"]) = ("vfio-pci", "yes");
                (device["@display"], device["@ramfb"]) = ("off", "off");
                break;
            default:
                throw new FormatException($"Don't know how to generate nodedev for mdev type id '{kind}'");
        }

        device["source/address/@uuid"] = from.MediatedUuid;
    }

    [GeneratedRegex("^(nvidia-[0-9]{2}|i915-GVTg_V[0-9]_[0-9])")]
    private static partial Regex GraphicsCard();
}
