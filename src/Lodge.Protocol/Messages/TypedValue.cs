using System.Globalization;
using System.Runtime.CompilerServices;
using Lodge.Protocol.Constants;

namespace Lodge.Protocol.Remote;

/// <summary>The value of a typed parameter: one of seven types (libvirt's <c>remote_typed_param_value</c>).</summary>
public readonly record struct TypedValue
{
    private readonly long _bits;
    private readonly string? _text;

    private TypedValue(VirTypedParameterType type, long bits, string? text = null)
    {
        Type = type;
        _bits = bits;
        _text = text;
    }

    /// <summary>Which of the types it has.</summary>
    public VirTypedParameterType Type { get; }

    /// <summary>Makes a value of VIR_TYPED_PARAM_INT.</summary>
    public static TypedValue Of(int value) => new(VirTypedParameterType.VIR_TYPED_PARAM_INT, value);

    /// <summary>Makes a value of VIR_TYPED_PARAM_UINT.</summary>
    public static TypedValue Of(uint value) => new(VirTypedParameterType.VIR_TYPED_PARAM_UINT, value);

    /// <summary>Makes a value of VIR_TYPED_PARAM_LLONG.</summary>
    public static TypedValue Of(long value) => new(VirTypedParameterType.VIR_TYPED_PARAM_LLONG, value);

    /// <summary>Makes a value of VIR_TYPED_PARAM_ULLONG.</summary>
    public static TypedValue Of(ulong value) =>
        new(VirTypedParameterType.VIR_TYPED_PARAM_ULLONG, unchecked((long)value));

    /// <summary>Makes a value of VIR_TYPED_PARAM_DOUBLE.</summary>
    public static TypedValue Of(double value) =>
        new(VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE, BitConverter.DoubleToInt64Bits(value));

    /// <summary>Makes a value of VIR_TYPED_PARAM_BOOLEAN.</summary>
    public static TypedValue Of(bool value) => new(VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN, value ? 1 : 0);

    /// <summary>Makes a value of VIR_TYPED_PARAM_STRING.</summary>
    public static TypedValue Of(string value) => new(VirTypedParameterType.VIR_TYPED_PARAM_STRING, 0, value);

    /// <summary>The value of VIR_TYPED_PARAM_INT.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public int AsInt32() => (int)Bits(VirTypedParameterType.VIR_TYPED_PARAM_INT);

    /// <summary>The value of VIR_TYPED_PARAM_UINT.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public uint AsUInt32() => (uint)Bits(VirTypedParameterType.VIR_TYPED_PARAM_UINT);

    /// <summary>The value of VIR_TYPED_PARAM_LLONG.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public long AsInt64() => Bits(VirTypedParameterType.VIR_TYPED_PARAM_LLONG);

    /// <summary>The value of VIR_TYPED_PARAM_ULLONG.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public ulong AsUInt64() => unchecked((ulong)Bits(VirTypedParameterType.VIR_TYPED_PARAM_ULLONG));

    /// <summary>The value of VIR_TYPED_PARAM_DOUBLE.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public double AsDouble() => BitConverter.Int64BitsToDouble(Bits(VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE));

    /// <summary>The value of VIR_TYPED_PARAM_BOOLEAN.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public bool AsBoolean() => Bits(VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN) != 0;

    /// <summary>The value of VIR_TYPED_PARAM_STRING.</summary>
    /// <exception cref="InvalidOperationException">It has another type.</exception>
    public string AsString()
    {
        Bits(VirTypedParameterType.VIR_TYPED_PARAM_STRING);
        return _text ?? "";
    }

    /// <summary>
    /// The value of any whole-number type, booleans included, or null for the others and for what does not fit.
    /// </summary>
    public long? ToInt64() => Type switch
    {
        VirTypedParameterType.VIR_TYPED_PARAM_ULLONG => _bits >= 0 ? _bits : null,
        VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE or VirTypedParameterType.VIR_TYPED_PARAM_STRING => null,
        _ => _bits,
    };

    /// <summary>The value of any whole-number type that is not negative, or null.</summary>
    public ulong? ToUInt64() => Type switch
    {
        VirTypedParameterType.VIR_TYPED_PARAM_ULLONG => unchecked((ulong)_bits),
        _ => ToInt64() is { } number and >= 0 ? (ulong)number : null,
    };

    /// <summary>The value as libvirt prints it: <c>virTypedParameterToString</c>.</summary>
    public override string ToString() => Type switch
    {
        VirTypedParameterType.VIR_TYPED_PARAM_ULLONG => AsUInt64().ToString(CultureInfo.InvariantCulture),
        VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE => AsDouble().ToString("F6", CultureInfo.InvariantCulture),
        VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN => _bits != 0 ? "1" : "0",
        VirTypedParameterType.VIR_TYPED_PARAM_STRING => AsString(),
        _ => _bits.ToString(CultureInfo.InvariantCulture),
    };

    private long Bits(VirTypedParameterType wanted, [CallerMemberName] string? caller = null) => Type == wanted
        ? _bits
        : throw new InvalidOperationException($"{caller} is not for a value of {Type}.");
}
