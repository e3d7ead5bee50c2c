namespace Lodge.Cli.Virsh.Domains;

/// <summary>Addresses of devices as people write them, for example <c>pci:0000.00.0a.0</c>.</summary>
/// <param name="Kind">Which bus: pci, scsi, ide, ccw, usb or sata.</param>
/// <param name="Numbers">Its parts in order.</param>
internal sealed record DeviceAddress(string Kind, ulong[] Numbers)
{
    /// <summary>Reads an address; null when it is none.</summary>
    internal static DeviceAddress? Parse(string text)
    {
        var colon = text.IndexOf(':', StringComparison.Ordinal);
        if (colon < 0)
        {
            return null;
        }

        var kind = text[..colon];
        var (count, style) = kind switch
        {
            "pci" => (4, NumberStyles.AllowHexSpecifier),
            "ccw" => (3, NumberStyles.AllowHexSpecifier),
            "scsi" or "ide" or "sata" => (3, NumberStyles.None),
            "usb" => (2, NumberStyles.None),
            _ => (0, NumberStyles.None),
        };
        var parts = text[(colon + 1)..].Split('.', ':');
        if (count == 0 || parts.Length < count)
        {
            return null;
        }

        var numbers = new ulong[count];
        for (var i = 0; i < count; i++)
        {
            var part = style == NumberStyles.AllowHexSpecifier && parts[i].StartsWith("0x", StringComparison.Ordinal)
                ? parts[i].AsSpan(2)
                : parts[i];
            if (!ulong.TryParse(part, style, CultureInfo.InvariantCulture, out numbers[i]))
            {
                return null;
            }
        }

        return new DeviceAddress(kind, numbers);
    }

    /// <summary>The address as an element of domain XML.</summary>
    /// <param name="multifunction">Several functions share the PCI slot.</param>
    internal string ToXml(bool multifunction) => Kind switch
    {
        "pci" => $"<address type='pci' domain='0x{Numbers[0]:x4}' bus='0x{Numbers[1]:x2}' slot='0x{Numbers[2]:x2}'"
            + $" function='0x{Numbers[3]:x}'{(multifunction ? " multifunction='on'" : "")}/>\n",
        "ccw" => $"<address type='ccw' cssid='0x{Numbers[0]:x2}' ssid='0x{Numbers[1]:x}' devno='0x{Numbers[2]:x4}'/>\n",
        "usb" => $"<address type='usb' bus='{Numbers[0]}' port='{Numbers[1]}'/>\n",
        _ => $"<address type='drive' controller='{Numbers[0]}' bus='{Numbers[1]}' unit='{Numbers[2]}'/>\n",
    };
}
