namespace Lodge.Model.Nwfilter;

#pragma warning disable CS1591

/// <summary>The forms that an attribute may have; they are tried from the lowest bit up, as libvirt does.</summary>
[Flags]
public enum FieldKinds
{
    None = 0,
    UInt16 = 1 << 0,
    UInt8 = 1 << 1,
    UInt16Hex = 1 << 2,
    UInt8Hex = 1 << 3,
    Mac = 1 << 4,
    MacMask = 1 << 5,
    Ipv4 = 1 << 6,
    Ipv4Mask = 1 << 7,
    Named = 1 << 8,
    Ipv6 = 1 << 9,
    Ipv6Mask = 1 << 10,
    Text = 1 << 11,
    Boolean = 1 << 12,
    UInt32 = 1 << 13,
    UInt32Hex = 1 << 14,
    IpSetName = 1 << 15,
    IpSetFlags = 1 << 16,
    Byte = UInt8 | UInt8Hex,
    Word = UInt16 | UInt16Hex,
    DoubleWord = UInt32 | UInt32Hex,
}
