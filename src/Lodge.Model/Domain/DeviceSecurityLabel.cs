using Lodge.Model.Xml;

namespace Lodge.Model.Domain;

/// <summary>A security label of one disk or character device, beside the domain's.</summary>
public sealed class DeviceSecurityLabel
{
    /// <summary>The security model (<c>selinux</c>, <c>dac</c>); null for the domain's only one.</summary>
    public string? Model { get; set; }

    /// <summary>Whether the daemon sets the label.</summary>
    public bool Relabel { get; set; } = true;

    /// <summary>Whether labelling was not possible, and passed over.</summary>
    public bool LabelSkip { get; set; }

    /// <summary>The label.</summary>
    public string? Label { get; set; }

    internal static List<DeviceSecurityLabel> ParseAll(Element parent, DomainXmlParseOptions options)
    {
        var labels = new List<DeviceSecurityLabel>();
        foreach (var element in parent.All("seclabel"))
        {
            var model = element.Attribute("model");
            if (labels.Exists(other => other.Model == model))
            {
                throw XmlError.Domain($"seclabel for model {model} is already provided");
            }

            labels.Add(Parse(element, model, options));
        }

        return labels;
    }

    internal static void FormatAll(XmlOutput output, List<DeviceSecurityLabel> labels, DomainXmlFormatOptions options)
    {
        foreach (var label in labels)
        {
            label.Format(output, options);
        }
    }

    private static DeviceSecurityLabel Parse(Element element, string? model, DomainXmlParseOptions options)
    {
        var label = new DeviceSecurityLabel
        {
            Model = model,
            Relabel = element.YesNo("relabel") ?? true,
            LabelSkip = !options.Inactive && element.Attribute("labelskip") == "yes",
            Label = element.ChildText("label"),
        };
        return label is { Label: not null, Relabel: false }
            ? throw XmlError.Unsupported("Cannot specify a label if relabelling is turned off. model="
                + (model ?? "(null)"))
            : label;
    }

    private void Format(XmlOutput output, DomainXmlFormatOptions options)
    {
        if (options.Inactive && Label is null && Relabel)
        {
            return;
        }

        output.Start("seclabel").Attribute("model", Model);
        _ = LabelSkip ? output.Attribute("labelskip", "yes") : output.YesNo("relabel", Relabel);
        output.Text("label", Label).End();
    }
}
