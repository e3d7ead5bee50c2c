using Lodge.Protocol.Constants;

namespace Lodge.Protocol.Remote;

/// <summary>Looks values up by name in a list of typed parameters.</summary>
public static class TypedParameters
{
    /// <summary>The value of a name, or null where it is not there.</summary>
    public static TypedValue? Find(this IReadOnlyList<TypedParameter> parameters, string field)
    {
        for (var i = 0; i < parameters.Count; i++)
        {
            if (parameters[i].Field == field)
            {
                return parameters[i].Value;
            }
        }

        return null;
    }

    /// <summary>The text of a name, or null where it is not there or not a text.</summary>
    public static string? FindString(this IReadOnlyList<TypedParameter> parameters, string field) =>
        parameters.Find(field) is { Type: VirTypedParameterType.VIR_TYPED_PARAM_STRING } value ? value.AsString()
            : null;

    /// <summary>The whole number of a name, of any width, or null where it is not there or is none.</summary>
    public static long? FindInt64(this IReadOnlyList<TypedParameter> parameters, string field) =>
        parameters.Find(field)?.ToInt64();

    /// <summary>
    /// The whole number of a name that is not negative, of any width, or null where it is not there or is none.
    /// </summary>
    public static ulong? FindUInt64(this IReadOnlyList<TypedParameter> parameters, string field) =>
        parameters.Find(field)?.ToUInt64();

    /// <summary>The boolean of a name, or null where it is not there or is none.</summary>
    public static bool? FindBoolean(this IReadOnlyList<TypedParameter> parameters, string field) =>
        parameters.Find(field) is { Type: VirTypedParameterType.VIR_TYPED_PARAM_BOOLEAN } value ? value.AsBoolean()
            : null;

    /// <summary>Every text of a name that may stand several times.</summary>
    public static IEnumerable<string> FindStrings(this IReadOnlyList<TypedParameter> parameters, string field) =>
        parameters.Where(parameter => parameter.Field == field
                && parameter.Value.Type == VirTypedParameterType.VIR_TYPED_PARAM_STRING)
            .Select(parameter => parameter.Value.AsString());
}
