using Lodge.Model.Domain;
using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Nwfilter;

/// <summary>Another filter with values for its variables (<c>&lt;filterref&gt;</c>).</summary>
public sealed class FilterInclude : FilterEntry
{
    /// <summary>The filter and the variables.</summary>
    public required FilterReference Reference { get; init; }

    internal static FilterInclude Parse(Element element) => new()
    {
        Reference = FilterReference.Parse(element)
            ?? throw NetworkFilter.Refused(VirErrorNumber.VIR_ERR_INTERNAL_ERROR,
                "rule node requires action attribute"),
    };

    internal override void Format(XmlOutput output) => Reference.Format(output);
}
