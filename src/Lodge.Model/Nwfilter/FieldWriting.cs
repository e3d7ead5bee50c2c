using System.Globalization;
using Lodge.Model.Domain;

namespace Lodge.Model.Nwfilter;

/// <summary>
/// Writes an attribute of a rule as libvirt does: words where a number has one, else the form it was read in.
/// </summary>
internal static class FieldWriting
{
    public static string Write(RuleField field, FieldValue value)
    {
        if (value.Variable is { } variable)
        {
            return "$" + variable;
        }

        var word = field switch
        {
            RuleField.ProtocolId or RuleField.EncapProtocol => WordTable.EtherTypes.Word(value.Number),
            RuleField.Opcode => WordTable.ArpOpcodes.Word(value.Number) ?? Decimal(value.Number),
            RuleField.Protocol => WordTable.IpProtocols.Word(value.Number),
            RuleField.State => WordTable.States.Words(value.Number),
            RuleField.Flags when value.Kind == FieldKinds.Named =>
                $"{TcpFlags(value.Number >> 8)}/{TcpFlags(value.Number & 0x3f)}",
            _ => null,
        };
        return word ?? value.Kind switch
        {
            FieldKinds.UInt8Hex or FieldKinds.UInt16Hex or FieldKinds.UInt32Hex =>
                "0x" + value.Number.ToString("x", CultureInfo.InvariantCulture),
            FieldKinds.Mac or FieldKinds.MacMask => new MacAddress(value.Number).ToString(),
            FieldKinds.Ipv4 or FieldKinds.Ipv6 => value.Address!.ToString(),
            FieldKinds.Text or FieldKinds.IpSetName or FieldKinds.IpSetFlags => value.Text!,
            FieldKinds.Boolean => value.Number != 0 ? "true" : "false",
            _ => Decimal(value.Number),
        };
    }

    private static string Decimal(ulong number) => number.ToString(CultureInfo.InvariantCulture);

    private static string TcpFlags(ulong flags) =>
        WordTable.TcpFlags.Word(flags & 0x3f) is { } word && flags is 0 or 0x3f
        ? WordTable.TcpFlags.Word(flags)!
        : WordTable.TcpFlags.Words(flags);
}
