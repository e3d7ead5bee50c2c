using Lodge.Protocol.Constants;
using Lodge.Protocol.Xdr;

namespace Lodge.Protocol.Remote;

/// <summary>
/// A named value of one of seven types (libvirt's <c>remote_typed_param</c> and <c>admin_typed_param</c>).
/// </summary>
public readonly record struct TypedParameter : IXdrMessage<TypedParameter>
{
    /// <summary>The name, of up to 79 bytes.</summary>
    public required string Field { get; init; }

    /// <summary>The value.</summary>
    public required TypedValue Value { get; init; }

    /// <inheritdoc/>
    public static int MinimumSize => 12;

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_INT.</summary>
    public static TypedParameter Of(string field, int value) => new() { Field = field, Value = TypedValue.Of(value) };

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_UINT.</summary>
    public static TypedParameter Of(string field, uint value) => new() { Field = field, Value = TypedValue.Of(value) };

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_LLONG.</summary>
    public static TypedParameter Of(string field, long value) => new() { Field = field, Value = TypedValue.Of(value) };

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_ULLONG.</summary>
    public static TypedParameter Of(string field, ulong value) => new() { Field = field, Value = TypedValue.Of(value) };

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_DOUBLE.</summary>
    public static TypedParameter Of(string field, double value) =>
        new() { Field = field, Value = TypedValue.Of(value) };

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_BOOLEAN.</summary>
    public static TypedParameter Of(string field, bool value) => new() { Field = field, Value = TypedValue.Of(value) };

    /// <summary>Makes a parameter of VIR_TYPED_PARAM_STRING.</summary>
    public static TypedParameter Of(string field, string value) =>
        new() { Field = field, Value = TypedValue.Of(value) };

    /// <inheritdoc/>
    public static TypedParameter Read(ref XdrReader reader)
    {
        var field = reader.ReadString(WireLimits.ParameterNameMax);
        var type = (VirTypedParameterType)reader.ReadInt32();
        return new()
        {
            Field = field,
            Value = type switch
            {
                VirTypedParameterType.VIR_TYPED_PARAM_INT => TypedValue.Of(reader.ReadInt32()),
                VirTypedParameterType.VIR_TYPED_PARAM_UINT => TypedValue.Of(reader.ReadUInt32()),
                VirTypedParameterType.VIR_TYPED_PARAM_LLONG => TypedValue.Of(reader.ReadInt64()),
                VirTypedParameterType.VIR_TYPED_PARAM_ULLONG => TypedValue.Of(reader.ReadUInt64()),
                VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE => TypedValue.Of(reader.ReadDouble()),
                VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN => TypedValue.Of(reader.ReadBoolean()),
                VirTypedParameterType.VIR_TYPED_PARAM_STRING => TypedValue.Of(reader.ReadString(WireLimits.StringMax)),
                _ => throw XdrFault.Decoding($"unknown parameter type: {(int)type}"),
            },
        };
    }

    /// <inheritdoc/>
    public void Write(ref XdrWriter writer)
    {
        writer.WriteString(Field, WireLimits.ParameterNameMax);
        writer.WriteInt32((int)Value.Type);
        switch (Value.Type)
        {
            case VirTypedParameterType.VIR_TYPED_PARAM_INT:
                writer.WriteInt32(Value.AsInt32());
                break;
            case VirTypedParameterType.VIR_TYPED_PARAM_UINT:
                writer.WriteUInt32(Value.AsUInt32());
                break;
            case VirTypedParameterType.VIR_TYPED_PARAM_LLONG:
                writer.WriteInt64(Value.AsInt64());
                break;
            case VirTypedParameterType.VIR_TYPED_PARAM_ULLONG:
                writer.WriteUInt64(Value.AsUInt64());
                break;
            case VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE:
                writer.WriteDouble(Value.AsDouble());
                break;
            case VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN:
                writer.WriteBoolean(Value.AsBoolean());
                break;
            case VirTypedParameterType.VIR_TYPED_PARAM_STRING:
                writer.WriteString(Value.AsString(), WireLimits.StringMax);
                break;
            default:
                throw XdrFault.Encoding($"unknown parameter type: {(int)Value.Type}");
        }
    }

    /// <summary>The name and the value as libvirt prints them.</summary>
    public override string ToString() => $"{Field}={Value}";
}
