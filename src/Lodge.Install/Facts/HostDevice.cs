using System.Globalization;
using Lodge.Install.Drafts;

namespace Lodge.Install.Facts;

/// <summary>A device of the host, as its node device XML says.</summary>
/// <remarks>Source: <c>https://libvirt.org/formatnode.html</c>.</remarks>
internal sealed class HostDevice
{
    private readonly DraftNode _root;

    private HostDevice(DraftNode root) => _root = root;

    /// <summary>Its name (<c>pci_0000_00_1f_2</c>).</summary>
    public string? Name => _root.Get("name");

    /// <summary>Name of the device that it is a part of.</summary>
    public string? Parent => _root.Get("parent");

    /// <summary>What it is (<c>pci</c>, <c>usb_device</c>, <c>net</c>, <c>scsi</c>, <c>mdev</c>, <c>drm</c>).</summary>
    public string? Type => _root.Get("capability/@type");

    /// <summary>UUID of a mediated device; of old, its name had it.</summary>
    public string? MediatedUuid =>
        _root.Get("capability/uuid") ?? (Name is { Length: > 5 } name ? name[5..].Replace('_', '-') : null);

    /// <summary>
    /// The file by which a graphics card can render: the one by its place, else the first; null where it cannot.
    /// </summary>
    public string? RenderNode
    {
        get
        {
            if (Type != "drm" || _root.Get("capability/type") != "render") return null;
            var files = _root.All("devnode").Select(file => file.Get(".") ?? "").ToList();
            return files.Find(file => Path.GetFileName(Path.GetDirectoryName(file)) == "by-path")
                ?? files.FirstOrDefault();
        }
    }

    /// <summary>A value of what it is (<c>bus</c>, <c>vendor/@id</c>).</summary>
    public string? this[string path] => _root.Get("capability/" + path);

    /// <summary>The device that an XML describes.</summary>
    /// <exception cref="FormatException">It is no XML.</exception>
    public static HostDevice Parse(string xml) => new(DraftNode.Parse(xml));

    /// <summary>Whether it is the one that an element <c>&lt;hostdev&gt;</c> means.</summary>
    public bool Is(Draft hostdev) => (Type, hostdev["@type"]) switch
    {
        ("pci", "pci") => Same("domain", hostdev["source/address/@domain"])
            && Same("bus", hostdev["source/address/@bus"])
            && Same("slot", hostdev["source/address/@slot"])
            && Same("function", hostdev["source/address/@function"]),
        ("usb_device", "usb") => Same("product/@id", hostdev["source/product/@id"])
            && Same("vendor/@id", hostdev["source/vendor/@id"])
            && Same("bus", hostdev["source/address/@bus"])
            && Same("device", hostdev["source/address/@device"]),
        ("mdev", "mdev") => MediatedUuid?.Replace("-", "", StringComparison.Ordinal)
            == hostdev["source/address/@uuid"]?.Replace("-", "", StringComparison.Ordinal),
        _ => false,
    };

    // What is not said fits everything.
    private bool Same(string path, string? wanted) =>
        this[path] is not { } mine || wanted is null || Number(mine) == Number(wanted);

    private static long? Number(string text)
    {
        var isHexadecimal = text.StartsWith("0x", StringComparison.OrdinalIgnoreCase);
        return long.TryParse(
            isHexadecimal ? text.AsSpan(2) : text, isHexadecimal ? NumberStyles.HexNumber : NumberStyles.Integer,
            CultureInfo.InvariantCulture, out var number) ? number : null;
    }
}
