using System.Globalization;
using Lodge.Model.Xml;

namespace Lodge.Model.NodeDevice;

/// <summary>Where a PCI function sits.</summary>
/// <param name="Domain">The domain (segment).</param>
/// <param name="Bus">The bus.</param>
/// <param name="Slot">The slot on the bus.</param>
/// <param name="Function">The function of the slot.</param>
public readonly record struct PciAddress(uint Domain, uint Bus, uint Slot, uint Function)
{
    /// <summary>Reads an address as the kernel writes it: <c>0000:00:1f.2</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PciAddress address)
    {
        address = default;
        var first = text.IndexOf(':');
        var last = text.LastIndexOf(':');
        var dot = text.LastIndexOf('.');
        if (first <= 0 || last <= first || dot <= last
            || !Number(text[..first], out var domain)
            || !Number(text[(first + 1)..last], out var bus)
            || !Number(text[(last + 1)..dot], out var slot)
            || !Number(text[(dot + 1)..], out var function))
        {
            return false;
        }

        address = new(domain, bus, slot, function);
        return true;
    }

    /// <summary>The address as the kernel writes it.</summary>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Domain:x4}:{Bus:x2}:{Slot:x2}.{Function:x}");

    internal void Format(XmlOutput output) => output.Start("address")
        .Hexadecimal("domain", Domain, 4)
        .Hexadecimal("bus", Bus, 2)
        .Hexadecimal("slot", Slot, 2)
        .Attribute("function", string.Create(CultureInfo.InvariantCulture, $"0x{Function}"))
        .End();

    private static bool Number(ReadOnlySpan<char> text, out uint value) =>
        uint.TryParse(text, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out value);
}
