namespace Lodge.Cli.Virsh.Output;

/// <summary>Typed parameters as a person reads them.</summary>
internal static class TypedText
{
    /// <summary>The value alone: a flag is yes or no, a fraction has six decimals.</summary>
    internal static string Of(TypedParameter parameter)
    {
        var value = parameter.Value;
        return value.Type switch
        {
            VirTypedParameterType.VIR_TYPED_PARAM_INT => Invariant(value.AsInt32()),
            VirTypedParameterType.VIR_TYPED_PARAM_UINT => Invariant(value.AsUInt32()),
            VirTypedParameterType.VIR_TYPED_PARAM_LLONG => Invariant(value.AsInt64()),
            VirTypedParameterType.VIR_TYPED_PARAM_ULLONG => Invariant(value.AsUInt64()),
            VirTypedParameterType.VIR_TYPED_PARAM_DOUBLE =>
                value.AsDouble().ToString("F6", CultureInfo.InvariantCulture),
            VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN => value.AsBoolean() ? "yes" : "no",
            _ => value.AsString(),
        };
    }

    private static string Invariant<T>(T number)
        where T : IFormattable => number.ToString(null, CultureInfo.InvariantCulture);
}
