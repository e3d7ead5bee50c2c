using System.Globalization;
using System.Net;
using Lodge.Model.Domain;
using Lodge.Model.Nwfilter;

namespace Lodge.Network.Filters;

/// <summary>The conditions of one rule in nft's language, in the order they were added.</summary>
/// <param name="fields">The rule's fields, with values.</param>
internal sealed class Matches(IReadOnlyDictionary<RuleField, FieldValue> fields)
{
    private readonly List<string> _conditions = [];

    /// <summary>How many there are.</summary>
    public int Count => _conditions.Count;

    public bool Has(RuleField field) => fields.ContainsKey(field);

    public FieldValue? Find(RuleField field) => fields.TryGetValue(field, out var value) ? value : null;

    /// <summary>A condition as it is.</summary>
    public Matches Add(string condition)
    {
        _conditions.Add(condition);
        return this;
    }

    /// <summary>A number, with another one as the end of a range.</summary>
    public Matches Number(string subject, RuleField field, RuleField? end = null)
    {
        if (Find(field) is { } value)
        {
            var last = end is { } other ? Find(other)?.Number : null;
            Add($"{subject} {Not(value)}{Range(value.Number, last)}");
        }

        return this;
    }

    /// <summary>A hardware address under a mask.</summary>
    public Matches Mac(string subject, RuleField field, RuleField? mask = null)
    {
        if (Find(field) is { } value)
        {
            var bits = mask is { } other ? Find(other)?.Number : null;
            Add(bits is { } masked
                ? $"{subject} & {new MacAddress(masked)} {Sign(value)} {new MacAddress(value.Number & masked)}"
                : $"{subject} {Not(value)}{new MacAddress(value.Number)}");
        }

        return this;
    }

    /// <summary>Bytes of a header that nft has no name for, as a number under a mask.</summary>
    public Matches Raw(string subject, RuleField field, ulong? mask = null)
    {
        if (Find(field) is { } value)
        {
            var number = value.Address is { } address ? Bits(address) : value.Number;
            Add(mask is { } bits
                ? $"{subject} & 0x{bits:x} {Sign(value)} 0x{number & bits:x}"
                : $"{subject} {Not(value)}0x{number:x}");
        }

        return this;
    }

    /// <summary>An IP address with the length of its network.</summary>
    public Matches Address(string subject, RuleField field, RuleField length)
    {
        if (Find(field) is { Address: { } address } value)
        {
            Add($"{subject} {Not(value)}{Network(address, Find(length)?.Number)}");
        }

        return this;
    }

    /// <summary>A range of IP addresses.</summary>
    public Matches AddressRange(string subject, RuleField first, RuleField last)
    {
        if (Find(first) is { Address: { } start } value)
        {
            Add(Find(last)?.Address is { } end && !end.Equals(start)
                ? $"{subject} {Not(value)}{start}-{end}"
                : $"{subject} {Not(value)}{start}");
        }

        return this;
    }

    /// <summary>The conditions, with spaces between.</summary>
    public override string ToString() => string.Join(' ', _conditions);

    internal static string Not(FieldValue value) => value.IsNegated ? "!= " : "";

    internal static string Range(ulong first, ulong? last) => last is { } end && end != first
        ? string.Create(CultureInfo.InvariantCulture, $"{first}-{end}")
        : first.ToString(CultureInfo.InvariantCulture);

    private static string Sign(FieldValue value) => value.IsNegated ? "!=" : "==";

    private static ulong Bits(IPAddress address) =>
        System.Buffers.Binary.BinaryPrimitives.ReadUInt32BigEndian(address.GetAddressBytes());

    private static string Network(IPAddress address, ulong? length)
    {
        var bytes = address.GetAddressBytes();
        if (length is not { } bits || bits == (ulong)bytes.Length * 8)
        {
            return address.ToString();
        }

        for (var index = 0; index < bytes.Length; index++)
        {
            var kept = Math.Clamp((int)bits - (index * 8), 0, 8);
            bytes[index] &= (byte)(0xff << (8 - kept));
        }

        return string.Create(CultureInfo.InvariantCulture, $"{new IPAddress(bytes)}/{bits}");
    }
}
