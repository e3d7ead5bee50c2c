using System.Globalization;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A slot of a PCI bus.</summary>
public sealed record PciAddress : DeviceAddress
{
    /// <inheritdoc/>
    public override AddressType Type => AddressType.Pci;

    /// <summary>PCI domain (segment).</summary>
    public uint Domain { get; init; }

    /// <summary>Bus: the index of the controller it is on.</summary>
    public uint Bus { get; init; }

    /// <summary>Slot, 0 to 31.</summary>
    public uint Slot { get; init; }

    /// <summary>Function, 0 to 7.</summary>
    public uint Function { get; init; }

    /// <summary>Whether further functions share the slot.</summary>
    public bool? Multifunction { get; init; }

    /// <summary>The user id of s390's PCI.</summary>
    public uint? ZpciUid { get; init; }

    /// <summary>The function id of s390's PCI.</summary>
    public uint? ZpciFid { get; init; }

    /// <summary>Whether it only says that the device is on PCI, somewhere.</summary>
    public bool IsEmpty => (Domain | Bus | Slot) == 0;

    /// <summary>Whether two devices at these addresses would be one and the same.</summary>
    public bool IsSamePlace(PciAddress other) =>
        (Domain, Bus, Slot, Function) == (other.Domain, other.Bus, other.Slot, other.Function);

    /// <inheritdoc/>
    public override string ToString() =>
        string.Create(CultureInfo.InvariantCulture, $"{Domain:x4}:{Bus:x2}:{Slot:x2}.{Function:x}");

    /// <summary>Reads the kernel's form of an address (<c>0000:01:00.0</c>).</summary>
    public static bool TryParse(string? text, out PciAddress address)
    {
        address = new PciAddress();
        var parts = text?.Split(':', '.');
        if (parts is not { Length: 4 } || text!.LastIndexOf('.') < text.LastIndexOf(':')) return false;
        Span<uint> numbers = stackalloc uint[4];
        for (var index = 0; index < parts.Length; index++)
        {
            if (!uint.TryParse(
                parts[index], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out numbers[index]))
            {
                return false;
            }
        }

        address = new() { Domain = numbers[0], Bus = numbers[1], Slot = numbers[2], Function = numbers[3] };
        return true;
    }

    internal static PciAddress Read(Element element)
    {
        var zpci = element.Child("zpci");
        var address = new PciAddress
        {
            Domain = element.UInt("domain", 0) ?? 0,
            Bus = element.UInt("bus", 0) ?? 0,
            Slot = element.UInt("slot", 0) ?? 0,
            Function = element.UInt("function", 0) ?? 0,
            Multifunction = element.OnOff("multifunction"),
            ZpciUid = zpci?.UInt("uid", 0),
            ZpciFid = zpci?.UInt("fid", 0),
        };
        if (!address.IsEmpty)
        {
            address.Check();
        }

        return address;
    }

    internal static void FormatSource(XmlOutput output, PciAddress address, bool withType)
    {
        output.Start("address").Attribute("type", withType ? "pci" : null);
        address.FormatPlace(output);
        output.End();
    }

    internal override void Format(XmlOutput output)
    {
        output.Start("address").Attribute("type", "pci");
        FormatAttributes(output);
        if (ZpciUid is not null || ZpciFid is not null)
        {
            output.Start("zpci").Hexadecimal("uid", ZpciUid ?? 0, 4).Hexadecimal("fid", ZpciFid ?? 0, 8).End();
        }

        output.End();
    }

    private protected override void FormatAttributes(XmlOutput output)
    {
        if (!IsEmpty)
        {
            FormatPlace(output);
        }

        output.OnOff("multifunction", Multifunction);
    }

    private void FormatPlace(XmlOutput output) => output
        .Hexadecimal("domain", Domain, 4).Hexadecimal("bus", Bus, 2)
        .Hexadecimal("slot", Slot, 2).Attribute("function", "0x" + Function.ToString(CultureInfo.InvariantCulture));

    private void Check()
    {
        Limit("domain", Domain, 0xFFFF, ushort.MaxValue);
        Limit("bus", Bus, 0xFF, byte.MaxValue);
        Limit("slot", Slot, 0x1F, 0x1F);
        Limit("function", Function, 7, 7);
    }

    private static void Limit(string name, uint value, uint shown, uint limit)
    {
        if (value > limit)
        {
            throw new VirException(VirErrorNumber.VIR_ERR_XML_ERROR, VirErrorDomain.VIR_FROM_NONE, string.Create(
                CultureInfo.InvariantCulture,
                $"Invalid PCI address {name}='0x{value:x}', must be <= "
                    + $"{(shown == 7 ? "7" : "0x" + shown.ToString("X", CultureInfo.InvariantCulture))}"));
        }
    }
}
