namespace Lodge.Cli.Virsh.Domains;

/// <summary>Values that people write for typed parameters.</summary>
internal static class TypedReading
{
    /// <summary>Reads a value as the type that the daemon gave the parameter of that name.</summary>
    internal static TypedParameter Read(TypedParameter[] known, string field, string text)
    {
        var index = Array.FindIndex(known, parameter => parameter.Field == field);
        if (index < 0)
        {
            throw new CommandFailure($"invalid scheduler option: {field}");
        }

        var value = known[index].Value.Type switch
        {
            VirTypedParameterType.VIR_TYPED_PARAM_INT
                when NumberText.TrySigned(text, int.MinValue, int.MaxValue, out var number) =>
                TypedValue.Of((int)number),
            VirTypedParameterType.VIR_TYPED_PARAM_UINT
                when NumberText.TryUnsigned(text, uint.MaxValue, wrap: false, out var number) =>
                TypedValue.Of((uint)number),
            VirTypedParameterType.VIR_TYPED_PARAM_LLONG
                when NumberText.TrySigned(text, long.MinValue, long.MaxValue, out var number) =>
                TypedValue.Of(number),
            VirTypedParameterType.VIR_TYPED_PARAM_ULLONG
                when NumberText.TryUnsigned(text, ulong.MaxValue, wrap: false, out var number) =>
                TypedValue.Of(number),
            VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE
                when double.TryParse(text, NumberStyles.Float, CultureInfo.InvariantCulture, out var number) =>
                TypedValue.Of(number),
            VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN when text is "0" or "1" => TypedValue.Of(text == "1"),
            VirTypedParameterType.VIR_TYPED_PARAM_STRING => TypedValue.Of(text),
            _ => throw Malformed(known[index].Value.Type, field, text),
        };
        return new TypedParameter { Field = field, Value = value };
    }

    private static VirException Malformed(VirTypedParameterType type, string field, string text)
    {
        var expected = type switch
        {
            VirTypedParameterType.VIR_TYPED_PARAM_INT => "int",
            VirTypedParameterType.VIR_TYPED_PARAM_UINT => "unsigned int",
            VirTypedParameterType.VIR_TYPED_PARAM_LLONG => "long long",
            VirTypedParameterType.VIR_TYPED_PARAM_ULLONG => "unsigned long long",
            VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE => "double",
            _ => "boolean",
        };
        return new VirException(
            VirErrorNumber.VIR_ERR_INVALID_ARG,
            VirErrorDomain.VIR_FROM_NONE,
            $"Invalid value for field '{field}': expected {expected}");
    }
}
