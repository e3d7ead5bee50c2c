namespace Lodge.Cli.Virsh.Domains;

/// <summary>Collects the typed parameters that options ask to change; an absent value adds none.</summary>
internal sealed class ParameterList
{
    private readonly List<TypedParameter> _parameters = [];

    internal ParameterList AddInt32(string field, int? value) =>
        value is { } number ? Add(field, TypedValue.Of(number)) : this;

    internal ParameterList AddUInt32(string field, uint? value) =>
        value is { } number ? Add(field, TypedValue.Of(number)) : this;

    internal ParameterList AddInt64(string field, long? value) =>
        value is { } number ? Add(field, TypedValue.Of(number)) : this;

    internal ParameterList AddUInt64(string field, ulong? value) =>
        value is { } number ? Add(field, TypedValue.Of(number)) : this;

    internal ParameterList AddBoolean(string field, bool value) => Add(field, TypedValue.Of(value));

    internal ParameterList AddString(string field, string? value) =>
        value is null ? this : Add(field, TypedValue.Of(value));

    internal TypedParameter[] ToArray() => [.. _parameters];

    private ParameterList Add(string field, TypedValue value)
    {
        _parameters.Add(new TypedParameter { Field = field, Value = value });
        return this;
    }
}
