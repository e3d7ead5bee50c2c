using Lodge.Model.Xml;
using Lodge.Protocol.Errors;

namespace Lodge.Model.Domain;

/// <summary>A security label of the whole guest (<c>&lt;seclabel&gt;</c>).</summary>
public sealed class SecurityLabel
{
    private const int LongestModel = 256;
    private const int LongestLabel = 4096;

    /// <summary>How it is chosen.</summary>
    public SecurityLabelType Type { get; set; } = SecurityLabelType.Dynamic;

    /// <summary>The security model; null for the host's first one.</summary>
    public string? Model { get; set; }

    /// <summary>Whether the daemon labels what the guest uses.</summary>
    public bool Relabel { get; set; } = true;

    /// <summary>The label of the guest's process.</summary>
    public string? Label { get; set; }

    /// <summary>The label of its files.</summary>
    public string? ImageLabel { get; set; }

    /// <summary>What a dynamic label is made from.</summary>
    public string? BaseLabel { get; set; }

    /// <summary>Whether the daemon added it.</summary>
    public bool IsImplicit { get; set; }

    internal static List<SecurityLabel> ParseAll(Element domain, DomainXmlParseOptions options)
    {
        var labels = new List<SecurityLabel>();
        foreach (var element in domain.All("seclabel"))
        {
            var label = Parse(element, options);
            if (labels.Exists(other => other.Model == label.Model))
            {
                throw XmlError.Domain(VirErrorNumber.VIR_ERR_XML_DETAIL,
                    $"seclabel for model {label.Model ?? "(null)"} is already provided");
            }

            labels.Add(label);
        }

        return labels.Count > 1 && labels.Exists(label => label.Model is null)
            ? throw XmlError.Domain("missing security model when using multiple labels")
            : labels;
    }

    internal void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        if (Type == SecurityLabelType.Default || (options.Migratable && IsImplicit && Model is "dac" or "none"))
        {
            return;
        }

        output.Start("seclabel").Attribute("type", Type.ToXml()).Attribute("model", Model);
        if (Type != SecurityLabelType.None)
        {
            output.YesNo("relabel", Relabel).Text("label", Label).Text("imagelabel", Relabel ? ImageLabel : null)
                .Text("baselabel", Type == SecurityLabelType.Dynamic ? BaseLabel : null);
        }

        output.End();
    }

    private static SecurityLabel Parse(Element element, DomainXmlParseOptions options)
    {
        var label = new SecurityLabel
        {
            Model = element.Attribute("model") is { Length: < LongestModel } model ? model : null,
            Type = element.Named("type", SecurityLabelTypeNames.Table, SecurityLabelType.Dynamic, nonZero: true),
        };
        label.Relabel = element.YesNo("relabel") ?? label.Type == SecurityLabelType.Dynamic;
        if (label is { Type: SecurityLabelType.Dynamic, Relabel: false })
        {
            throw XmlError.Unsupported("dynamic label type must use resource relabeling");
        }

        if (label is { Type: SecurityLabelType.None, Relabel: true })
        {
            throw XmlError.Unsupported("resource relabeling is not compatible with 'none' label type");
        }

        if (label.Model == "none")
        {
            label.Type = options.Inactive || label.Type == SecurityLabelType.None
                ? SecurityLabelType.None
                : throw XmlError.Unsupported($"unsupported type='{label.Type.ToXml()}' to model 'none'");
            label.Relabel = false;
            return label;
        }

        label.ParseLabels(element, options);
        return label;
    }

    private void ParseLabels(Element element, DomainXmlParseOptions options)
    {
        var live = !options.Inactive && Type != SecurityLabelType.None;
        if (Type == SecurityLabelType.Static || live)
        {
            Label = element.ChildText("label") is { Length: < LongestLabel } label
                ? label
                : throw XmlError.Domain("security label is missing");
        }

        if (Relabel && live)
        {
            ImageLabel = element.ChildText("imagelabel") is { Length: < LongestLabel } image
                ? image
                : throw XmlError.Domain("security imagelabel is missing");
        }

        if (Type == SecurityLabelType.Dynamic)
        {
            BaseLabel = element.ChildText("baselabel") is { Length: < LongestLabel } start ? start : null;
        }
    }
}
