using System.Buffers;
using Lodge.Model.Nwfilter;
using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>The packet filter of an interface (<c>&lt;filterref&gt;</c>).</summary>
public sealed class FilterReference
{
    private static readonly SearchValues<char> ValueCharacters =
        SearchValues.Create("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789_.:");

    /// <summary>The filter's name.</summary>
    public required string Filter { get; set; }

    /// <summary>Its variables.</summary>
    public SortedDictionary<string, List<string>> Parameters { get; } = new(StringComparer.Ordinal);

    internal static FilterReference? Parse(Element? element)
    {
        if (element?.Attribute("filter") is not { } filter)
        {
            return null;
        }

        var reference = new FilterReference { Filter = filter };
        foreach (var parameter in element.All("parameter"))
        {
            if (parameter.Attribute("name") is { } name && VariableAccess.IsName(name)
                && parameter.Attribute("value") is { Length: > 0 } value && IsValue(value))
            {
                if (!reference.Parameters.TryGetValue(name, out var values))
                {
                    reference.Parameters[name] = values = [];
                }

                values.Add(value);
            }
        }

        return reference;
    }

    internal void Format(XmlOutput output)
    {
        output.Start("filterref").Attribute("filter", Filter);
        foreach (var (name, values) in Parameters)
        {
            foreach (var value in values)
            {
                output.Start("parameter").Attribute("name", name).Attribute("value", value).End();
            }
        }

        output.End();
    }

    private static bool IsValue(string value) => !value.AsSpan().ContainsAnyExcept(ValueCharacters);
}
